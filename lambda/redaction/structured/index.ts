export { createCcdaRedactor, type CcdaRedactor, type CcdaRedactorOptions } from './ccda/ccda-redactor';
export {
  createCsvRedactor,
  type CsvRedactor,
  type CsvRedactorOptions,
  type CsvRule,
} from './csv/csv-redactor';
export {
  createFhirRedactor,
  isFhir,
  type FhirRedactor,
  type FhirRedactorOptions,
} from './fhir/fhir-redactor';
export type { Field, ReplaceField, StructuredRedaction, StructuredRedactorOptions } from './field';
export { createHl7Redactor, type Hl7Redactor, type Hl7RedactorOptions } from './hl7/hl7-redactor';
export type { JsonPolicy, JsonRule } from './json/json-policy';
export {
  createJsonRedactor,
  type JsonRedactor,
  type JsonRedactorOptions,
  type JsonValueRedaction,
} from './json/json-redactor';
export { StructuredError, type StructuredErrorCode } from './structured-error';
