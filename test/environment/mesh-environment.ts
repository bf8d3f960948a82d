import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseSettings, type Settings } from '../../lib/environment/settings';
import { ROOT } from '../support/synthesize';

const CONFIG = path.join(ROOT, 'config', 'prod.yaml');
const EXAMPLE = path.join(ROOT, 'examples', 'mesh', 'mesh.yaml');
const read = (file: string) => parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

export const SUMMARIES = 'spiffe://phi.internal/service/summaries';

/** Production with the mesh of the example, as a file would have it. */
export function meshSettings(
  change: (given: Record<string, unknown>) => unknown = (given) => given,
): unknown {
  const prod = read(CONFIG);
  const gateway = prod['gateway'] as { useCases: { callers: string[] }[] };
  gateway.useCases[0]?.callers.push(SUMMARIES);
  return change({ ...prod, ...read(EXAMPLE) });
}

export const MESH: Settings = parseSettings(meshSettings(), 'config/prod.yaml');
