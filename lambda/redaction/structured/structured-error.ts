export type StructuredErrorCode =
  | 'INVALID_FHIR'
  | 'INVALID_HL7'
  | 'INVALID_CCDA'
  | 'INVALID_XML'
  | 'INVALID_JSON'
  | 'INVALID_CSV'
  | 'INVALID_POLICY';

/**
 * What is thrown for input that cannot be read as its format. The message names kinds, known schema names, and counts;
 * never a value or a key of the input. The stack is the message alone and no cause is kept.
 */
export class StructuredError extends Error {
  override readonly name = 'StructuredError';

  constructor(
    readonly code: StructuredErrorCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}
