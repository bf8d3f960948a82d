import { randomUUID } from 'node:crypto';
import { UsageError } from '../verb';
import type { Format } from './format';

/** The whole source is one text. */
export const document: Format = async function* ({ name, open }, pass) {
  const bytes = Buffer.concat((await open().toArray()) as Uint8Array[]);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not UTF-8; convert it first`);
  }
  yield pass.redact(text, { record: randomUUID() }).text;
  pass.done(bytes.length);
};
