import type { Detector } from '../detector';
import type { Span } from '../span';

const CATCH_ALL = 'unlabelled-code';

/**
 * A profile that leaves dates or announced codes must leave "20240311" and "encounter 20240311" too, which the catch-all
 * for codes also claims. What surer detectors call by a name that stays, the catch-all alone does not take out.
 *
 * @param removed finds what the profile takes out
 * @param everything finds all identifiers and gives each the name of its surest detector
 */
export function sparing(
  removed: Detector['detect'],
  everything: Detector['detect'],
  keeps: (span: Span) => boolean,
): Detector['detect'] {
  return (text) => {
    const spans = removed(text);
    if (!spans.some(({ detector }) => detector === CATCH_ALL)) return spans;
    const left = everything(text).filter((span) => !keeps(span));
    let next = 0;
    return spans.filter(({ start, end, detector }) => {
      if (detector !== CATCH_ALL) return true;
      let around = left[next];
      while (around && around.end < end) around = left[++next];
      return around === undefined || around.start > start;
    });
  };
}
