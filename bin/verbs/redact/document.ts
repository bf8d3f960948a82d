import { randomUUID } from 'node:crypto';
import type { Format } from './format';
import { readWhole } from './whole';

/** The whole source is one text. */
export const document: Format = async function* (source, pass) {
  const { text, bytes } = await readWhole(source);
  yield pass.redact(text, { record: randomUUID() }).text;
  pass.done(bytes);
};
