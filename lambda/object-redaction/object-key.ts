import type { Detector } from '../redaction/detector';
import { extensionOf } from '../redaction/document-type';
import { identifies } from '../redaction/identifying-name';

/** Bytes of UTF-8 that S3 takes for a key. */
const LONGEST_KEY = 1024;
const REDACTED = 'redacted';
/** Control and format characters, halves of pairs, and names that mean a folder to some programs. */
const UNSAFE = /\p{C}|^\.{1,2}$/u;

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
  const clean = (segment: string): string =>
    UNSAFE.test(segment) || identifies(segment, detector) ? REDACTED : segment;
  const folders = segments.map((segment) => `${clean(segment)}/`).join('');
  const whole = `${kept}${folders}${clean(stem)}.${versionId}${dotted}`;
  return Buffer.byteLength(whole) <= LONGEST_KEY ? whole : `${kept}${REDACTED}.${versionId}${dotted}`;
}
