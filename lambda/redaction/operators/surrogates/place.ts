import { STATE_CODES } from '../../recognizers/us-states';
import type { Derivation, Draws } from './derivation';
import { FAKE_PLACES } from './fake-names';
import { inCaseOf } from './name';
import { scramble } from './signs';
import type { SourceWords } from './source-words';

const PARTS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{N}+|[^\p{L}\p{M}\p{N}]+/gu;
const WORD = /^[\p{L}\p{M}]{2}/u;
const BOX = /^(?:p\.? ?o\.?|post office) ?box\b/i;
// They tell what kind of place it is, and stay only behind a word that was changed: "Park Avenue" is nothing but such words
const KINDS = new Set(
  (
    'st street ave avenue blvd boulevard rd road dr drive ln lane ct court way pl place ter terrace pkwy hwy highway cir sq square ' +
    'apt apartment suite ste unit bldg building floor fl rm room lot box hospital clinic center centre medical university college ' +
    'school pharmacy of the and at in'
  ).split(' '),
);
const STATES = new Set(STATE_CODES);

/**
 * Another place of the same kind in the same writing: numbers scrambled, names changed; street words, kinds of houses and
 * state codes stay.
 *
 * @returns undefined when every word there is to choose from stands in the source
 */
export function placeLike(
  written: string,
  derive: Derivation,
  source: SourceWords,
  draws: Draws,
): string | undefined {
  const box = BOX.exec(written)?.[0] ?? '';
  const pieces = [box];
  let changed = false;
  for (const part of written.slice(box.length).match(PARTS) ?? []) {
    const stays = changed && (KINDS.has(part.toLowerCase()) || STATES.has(part));
    if (!WORD.test(part)) pieces.push(scramble(part, draws));
    else if (stays) pieces.push(part);
    else {
      const fake = wordFor(part.toLowerCase(), derive, source);
      if (fake === undefined) return undefined;
      pieces.push(inCaseOf(part, fake));
      changed = true;
    }
  }
  return pieces.join('');
}

function wordFor(lower: string, derive: Derivation, source: SourceWords): string | undefined {
  const from = derive('place', lower).below(FAKE_PLACES.length);
  const turned = [...FAKE_PLACES.slice(from), ...FAKE_PLACES.slice(0, from)];
  return turned.find((fake) => !source.has(fake));
}
