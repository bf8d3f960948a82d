import { replaceSpans } from '../detector';
import { label } from '../operators/label';
import type { Replacement } from '../operators/operator';
import type { Redaction } from '../redactor';
import { countByCategory } from '../span';
import type { UnionDetector } from './union-detector';

export interface UnionRedaction extends Redaction {
  /** A cloud detector failed, and the setting is to go on without it. Raise a metric. */
  readonly degraded: boolean;
}

export interface UnionRedactor {
  /** @throws RedactionError DETECTOR_FAILED: a cloud detector failed; no text is given back */
  readonly redact: (text: string) => Promise<UnionRedaction>;
}

/** The text with every identifier that any detector found replaced. */
export function createUnionRedactor(
  detector: UnionDetector,
  replacement: Replacement = label,
): UnionRedactor {
  return {
    async redact(text) {
      const { spans, degraded } = await detector.detect(text);
      return {
        text: replaceSpans(text, spans, replacement),
        spans,
        counts: countByCategory(spans),
        degraded,
      };
    },
  };
}
