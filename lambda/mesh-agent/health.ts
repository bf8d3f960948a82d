import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { MESH_HEALTH_FILE } from '../../lib/contract/mesh-identity';
import { LOOK_EVERY_MS, type Look } from './agent';

/** Looks that may be missed before the agent counts as stopped. */
const MISSED_LOOKS = 3;

const healthSchema = z.object({ healthy: z.literal(true), notAfter: z.number(), at: z.number() });

/** In place, not by a rename: Envoy takes every rename in the folder for a new version. */
export function writeHealth(directory: string, look: Look, at: number): void {
  const text = JSON.stringify({ at, ...look });
  writeFileSync(path.join(directory, MESH_HEALTH_FILE), text, { mode: 0o640 });
}

/** Whether the agent looked a short while ago, and serves a certificate that is valid now. */
export function isHealthy(directory: string, now: number): boolean {
  try {
    const { at, notAfter } = healthSchema.parse(
      JSON.parse(readFileSync(path.join(directory, MESH_HEALTH_FILE), 'utf8')),
    );
    return now - at <= MISSED_LOOKS * LOOK_EVERY_MS && now < notAfter;
  } catch {
    return false;
  }
}
