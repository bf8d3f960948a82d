import type { Counts } from './category';
import { createDetector, replaceSpans, type Detector, type DetectorOptions } from './detector';
import { label } from './operators/label';
import { countByCategory, type Span } from './span';

export interface Redaction {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly counts: Counts;
}

export interface Redactor extends Detector {
  /** The text with every identifier found replaced by its label. */
  readonly redact: (text: string) => Redaction;
}

export function createRedactor(options: DetectorOptions = {}): Redactor {
  const { detect } = createDetector(options);
  return {
    detect,
    redact(text) {
      const spans = detect(text);
      return { text: replaceSpans(text, spans, label), spans, counts: countByCategory(spans) };
    },
  };
}
