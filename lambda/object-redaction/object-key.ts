import type { Detector } from '../redaction/detector';
import { extensionOf } from '../redaction/document-type';

/** Bytes of UTF-8 that S3 takes for a key. */
const LONGEST_KEY = 1024;
const REDACTED = 'redacted';

export interface ObjectKeyParts {
  readonly key: string;
  /** Opaque, random, of S3's making: it tells copies apart where their names no longer do, and says nothing of them. */
  readonly versionId: string;
  /** Start of the key that is part of the deployment, not of the data; kept as it is. */
  readonly prefix: string;
}

/**
 * The key of the redacted copy: every folder and the name go through the engine, and one in which it finds anything
 * becomes `redacted`. The version id makes it unique, and the same whenever the same version is read again.
 */
export function redactedKey({ key, versionId, prefix }: ObjectKeyParts, detector: Detector): string {
  const kept = key.startsWith(prefix) ? prefix : '';
  const segments = key.slice(kept.length).split('/');
  const name = segments.pop() ?? '';
  const extension = extensionOf(name);
  const dotted = extension === undefined ? '' : `.${extension}`;
  const stem = extension === undefined ? name : name.slice(0, -dotted.length);
  const clean = (segment: string): string => (identifies(segment, detector) ? REDACTED : segment);
  const folders = segments.map((segment) => `${clean(segment)}/`).join('');
  const whole = `${kept}${folders}${clean(stem)}.${versionId}${dotted}`;
  return Buffer.byteLength(whole) <= LONGEST_KEY ? whole : `${kept}${REDACTED}.${versionId}${dotted}`;
}

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
