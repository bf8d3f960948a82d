import type { Detector } from './detector';

/**
 * Names of files carry no sentence to read a name by. So each is read as it stands, with its separators as spaces, and
 * word by word as if it named a patient: what the engine does not know for another word counts as a name.
 */
export function identifies(name: string, detector: Detector): boolean {
  const plain = decoded(name);
  const words = plain
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => word !== '')
    .map(capitalized);
  const readings = [
    name,
    plain,
    // dates and numbers keep their hyphens
    plain.replaceAll(/[_.,;=()]/gu, ' '),
    words.join(' '),
    ...words.map((word) => `Patient: ${word}`),
  ];
  return readings.some((reading) => detector.detect(reading).length > 0);
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}

/** Names that came through a web form often keep its percent signs. */
function decoded(name: string): string {
  const spaced = name.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // no UTF-8 all of it: what is left may still be read
    return spaced.replaceAll(/%([0-9a-f]{2})/giu, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
  }
}
