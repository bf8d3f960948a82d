import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { addCounts, type Counts } from '../../redaction/category';
import { RedactionError } from '../../redaction/errors';
import type { TokenMap } from '../../redaction/operators/token-map';
import { createRedactor, type Redactor } from '../../redaction/redactor';
import {
  createFhirRedactor,
  createJsonRedactor,
  isFhir,
  StructuredError,
  type StructuredRedactorOptions,
} from '../../redaction/structured';
import { GatewayError } from '../gateway-error';

/** What came with a request and may hold identifiers. */
export interface Given {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly record: unknown;
  readonly text: string | undefined;
  readonly documents: readonly string[];
}

export interface RedactedInput extends Given {
  readonly counts: Counts;
}

/**
 * The redactor of a use case. Identifiers become tokens: a model can tell two persons apart, and what it says of them can be
 * turned back by whoever may.
 */
export function redactorOf({ redaction }: Pick<UseCaseManifest, 'redaction'>): Redactor {
  const { profile: name } = redaction;
  const profile =
    redaction.profile === 'limited-data-set'
      ? { name, dataUseAgreement: redaction.dataUseAgreement }
      : { name };
  return createRedactor({ profile, operators: { default: 'token' } });
}

/**
 * Everything that came with a request, without identifiers. Resources of FHIR are read by their elements; all the rest is read
 * together, so that a name found in one field is redacted in every document.
 *
 * @throws GatewayError CONTENT_REFUSED, REDACTION_FAILED
 */
export function redactInput(given: Given, redactor: Redactor, tokens: TokenMap): RedactedInput {
  try {
    return redacted(given, redactor, tokens);
  } catch (error) {
    if (error instanceof StructuredError) throw new GatewayError('CONTENT_REFUSED');
    if (error instanceof RedactionError && error.code === 'CONTENT_REFUSED')
      throw new GatewayError('CONTENT_REFUSED');
    throw new GatewayError('REDACTION_FAILED');
  }
}

function redacted(given: Given, redactor: Redactor, tokens: TokenMap): RedactedInput {
  const options: StructuredRedactorOptions = {
    redactor: { redact: (text) => redactor.redact(text, { tokens }) },
    replaceField: (field, value) => redactor.redactField(field, value, { tokens }),
  };
  const counts: Counts = {};
  const fhir = createFhirRedactor(options);
  const resource = (value: unknown): unknown => {
    const { text, counts: found } = fhir.redact(JSON.stringify(value));
    addCounts(counts, found);
    return JSON.parse(text) as unknown;
  };
  const names = [...given.fields.keys()];
  const values = [...given.fields.values()];
  const plain = (value: unknown): boolean => !isResource(value);
  const { value, counts: found } = createJsonRedactor(options).redactValue({
    fields: Object.fromEntries(names.map((name, at) => [name, plain(values[at]) ? values[at] : null])),
    record: plain(given.record) ? (given.record ?? null) : null,
    text: given.text ?? null,
    documents: given.documents,
  });
  addCounts(counts, found);
  // keys may hold identifiers as well, so members are read by their place
  const [fields, record, text, documents] = Object.values(value as object) as [
    object,
    unknown,
    string,
    string[],
  ];
  const clean: unknown[] = Object.values(fields);
  if (clean.length !== names.length || documents.length !== given.documents.length)
    throw new GatewayError('REDACTION_FAILED');
  return {
    fields: new Map(
      names.map((name, at) => [name, plain(values[at]) ? clean[at] : resource(values[at])] as const),
    ),
    record:
      given.record === undefined || plain(given.record) ? (record ?? undefined) : resource(given.record),
    text: given.text === undefined ? undefined : text,
    documents,
    counts,
  };
}

function isResource(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isFhir(JSON.stringify(value));
}
