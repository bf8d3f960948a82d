import { readFileSync } from 'node:fs';
import { UsageError } from '../verb';

export function keyText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read the key file ${file}`);
  }
}
