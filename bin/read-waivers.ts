import { existsSync, readFileSync } from 'node:fs';
import { parseWaivers, type WaiverFile } from '../lib/compliance/waivers/parse-waivers';

/** Reads the waiver file; without one nothing is waived. */
export function readWaivers(file = 'config/waivers.yaml'): WaiverFile {
  return existsSync(file)
    ? parseWaivers(readFileSync(file, 'utf8'), file)
    : parseWaivers('waivers: []\n', file);
}
