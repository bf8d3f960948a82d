import type { Counts } from '../../redaction/category';
import type { Detector } from '../../redaction/detector';
import { withoutLabels } from '../../redaction/label-walls';
import { label } from '../../redaction/operators/label';
import type { Span } from '../../redaction/span';
import type { RequestTokens } from '../request-tokens';

/** Name under which the count of tokens that this request never gave out stands among redactions. */
export const FOREIGN_TOKEN = 'FOREIGN_TOKEN';
const LEAK = 'leak';

/**
 * What is found in an answer. An identifier that stands in what was sent, as in the approved text of a prompt, is redacted and
 * no more; any other was not sent to the model by us and is a leak, wherever the model has it from.
 */
export class OutputFindings {
  readonly redactions: Counts & { [FOREIGN_TOKEN]?: number } = {};
  leaks = 0;

  readonly #sent: string;

  constructor(
    sent: string,
    private readonly tokens: RequestTokens,
  ) {
    // a random code may hold any short value
    this.#sent = withoutLabels(sent);
  }

  /** The detector, whose spans tell a leak by the name of their detector: a stream hands on nothing else of them. */
  classifying(detector: Detector): Detector {
    const all = this.tokens.and(detector);
    return {
      detect: (text) =>
        all.detect(text).map((span) => {
          const wasSent = this.#sent.includes(text.slice(span.start, span.end));
          return wasSent ? span : { ...span, detector: LEAK };
        }),
    };
  }

  /** Counts a span and gives the label that stands in its place. */
  readonly replacement = (span: Span): string => {
    this.redactions[span.category] = (this.redactions[span.category] ?? 0) + 1;
    if (span.detector === LEAK) this.leaks += 1;
    return label(span);
  };

  /** Tokens that this request never gave out lose their code, and are counted. */
  withoutForeignTokens(given: string): string {
    const { text, found } = this.tokens.withoutForeign(given);
    if (found > 0) this.redactions[FOREIGN_TOKEN] = (this.redactions[FOREIGN_TOKEN] ?? 0) + found;
    return text;
  }
}
