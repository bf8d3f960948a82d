import type { Span } from '../span';
import type { TokenMap } from './token-map';

/** The person a text is about. One object serves as long as outputs are to be recognised as such. */
export interface Subject {
  /**
   * The same for every text of one person, different for two: a random id is best. Only a keyed digest of it is used.
   */
  readonly reference: string;
}

/** What belongs to a subject or a session rather than to a redactor. */
export interface RedactionContext {
  /** Needed by `surrogate`: whose text this is. */
  readonly subject?: Subject;
  /** Needed by `token`: where the values go. */
  readonly tokens?: TokenMap;
}

/** What stands in the text where an identifier stood. */
export type Replacement = (span: Span) => string;

/**
 * Prepares for one text.
 *
 * @throws InvalidOptionError the context lacks what the operator needs
 */
export type Operator = (text: string, context: RedactionContext) => Replacement;
