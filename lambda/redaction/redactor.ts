import type { Counts } from './category';
import { createDetector, replaceSpans, type Detector } from './detector';
import { label } from './operators/label';
import type { RedactionContext } from './operators/operator';
import { createOperatorSet, type OperatorChoice } from './operators/operator-set';
import { OwnOutputs } from './own-outputs';
import { createProfile, type Profile, type ProfileOptions } from './profiles/profile';
import { sparing } from './profiles/sparing';
import type { Recognizer } from './recognizer';
import { settle } from './settle';
import { countByCategory, type Span } from './span';

export interface RedactorOptions {
  /** @default safe-harbor */
  readonly profile?: ProfileOptions;
  /** @default label for every category */
  readonly operators?: OperatorChoice;
  /** At least 32 random bytes; needed by surrogates, see operators/surrogate.ts. */
  readonly surrogateSecret?: Uint8Array;
  /** @default all recognizers of this library */
  readonly recognizers?: readonly Recognizer[];
}

export interface Redaction {
  readonly text: string;
  /** What was replaced, in UTF-16 units of the text given. */
  readonly spans: readonly Span[];
  readonly counts: Counts;
}

export interface Redactor extends Detector {
  readonly profile: Profile;
  /**
   * The text with every identifier found replaced by what the operator of its category gives.
   *
   * @throws InvalidOptionError an operator needs a subject or a token map, and `context` has none
   */
  readonly redact: (text: string, context?: RedactionContext) => Redaction;
  /**
   * What stands in place of a whole value whose place shows it to be an identifier; the value itself if the profile leaves it.
   *
   * @throws InvalidOptionError as `redact`
   */
  readonly redactField: (
    field: Pick<Span, 'category' | 'detector'>,
    value: string,
    context?: RedactionContext,
  ) => string;
}

/** @throws InvalidOptionError an option cannot be used */
export function createRedactor(options: RedactorOptions = {}): Redactor {
  const profile = createProfile(options.profile);
  const { nameFor, uses, operator } = createOperatorSet(options.operators ?? {}, options.surrogateSecret);
  const detect = detectorFor(profile, options.recognizers);
  const isCut = ({ category }: Span): boolean => nameFor(category) === 'remove';
  const own = new OwnOutputs();
  return {
    profile,
    detect,
    redact(text, context = {}) {
      const replacement = operator(text, context);
      const faked = uses('surrogate') ? context.subject : undefined;
      if (faked !== undefined && own.has(faked, text)) return { text, spans: [], counts: {} };
      const { spans, walled } = settle(text, detect, isCut, profile.leavesAny);
      const redacted = replaceSpans(text, spans, (span) =>
        walled.has(span) ? label(span) : replacement(span),
      );
      if (faked !== undefined) own.add(faked, redacted);
      return { text: redacted, spans, counts: countByCategory(spans) };
    },
    redactField(field, value, context = {}) {
      const span: Span = { ...field, start: 0, end: value.length, score: 1 };
      return profile.keeps(span) ? operator(value, context)(span) : value;
    },
  };
}

function detectorFor(
  { keeps, leavesAny, sensitivity }: Profile,
  recognizers: readonly Recognizer[] | undefined,
): Detector['detect'] {
  const { detect } = createDetector({ recognizers, sensitivity, keeps });
  return leavesAny ? sparing(detect, createDetector({ recognizers, sensitivity }).detect, keeps) : detect;
}
