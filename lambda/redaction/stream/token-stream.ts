import { addCounts, type Counts } from '../category';
import { createDetector, type Detector } from '../detector';
import { label } from '../operators/label';
import type { Replacement } from '../operators/operator';
import { countByCategory } from '../span';
import { closedLength } from './open-tail';
import { SeenNames } from './seen-names';
import { SettlingText, type SettledText } from './settling-text';

/** Units of the text already given out that are read again with what follows. */
const CONTEXT = 512;
/** Less than any recognizer's own limit, so that the rest of an identifier is known to be a rest. */
const LONGEST_SPAN = 1_024;

export interface TokenStreamProps {
  /** @default the detector of this library with all recognizers */
  readonly detector?: Detector;
  /** @default a label such as [NAME] */
  readonly replacement?: Replacement;
  /**
   * Names of the session: redacted wherever the model repeats them, and added to.
   * @default none yet
   */
  readonly names?: SeenNames;
}

export interface TokenStreamRedactor {
  /**
   * Takes what the model said next, and gives the text that may be shown now, redacted; often an empty one.
   *
   * @throws RedactionError TOO_MANY_NAMES, INTERNAL: show nothing more of this stream
   */
  readonly push: (delta: string) => string;
  /** The model has ended: the rest of the text, redacted. */
  readonly end: () => string;
  /** Spans found in what was given out, per category. */
  readonly counts: Counts;
}

/**
 * Redacts a model's answer while it is being written.
 *
 * - What `push` and `end` give, joined, is the whole text redacted: no piece is repeated, changed or taken back.
 * - However the text is split, an identifier found in the whole text is not given out, whole or in part, if what
 *   gives it away stands before it or within 40 units behind it, or if its name was given away before.
 * - A name that only later text gives away cannot be taken back.
 * - Held back are 40 units, and before them the words that may still go on as an identifier, 256 units in all; an
 *   identifier that does not end, a URL for instance, is held up to 1,024 units and then given out as its label, and
 *   what follows up to the next white space as one more.
 */
export function createTokenStreamRedactor({
  detector = createDetector(),
  replacement = label,
  names = new SeenNames(),
}: TokenStreamProps = {}): TokenStreamRedactor {
  const settling = new SettlingText({
    detector,
    replacement,
    names,
    context: CONTEXT,
    longestSpan: LONGEST_SPAN,
  });
  const counts: Counts = {};
  const give = ({ text, spans }: SettledText): string => {
    addCounts(counts, countByCategory(spans));
    return text;
  };
  return {
    counts,
    push(delta) {
      settling.append(delta);
      return give(settling.settle(closedLength(settling.pending)));
    },
    end: () => give(settling.settle(settling.pendingLength)),
  };
}
