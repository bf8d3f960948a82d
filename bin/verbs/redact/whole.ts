import { UsageError } from '../verb';
import type { Source } from './source';

export interface Whole {
  readonly text: string;
  readonly bytes: number;
}

/**
 * A source to its end, its byte order mark with it.
 *
 * @throws UsageError it is not UTF-8
 */
export async function readWhole({ name, open }: Source): Promise<Whole> {
  const bytes = Buffer.concat((await open().toArray()) as Uint8Array[]);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, bytes: bytes.length };
  } catch {
    throw notUtf8(name);
  }
}

export function notUtf8(name: string): UsageError {
  return new UsageError(`${name} is not UTF-8; convert it first`);
}
