import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { MeshError } from './mesh-error';
import { parsePins, type Pins } from './pins';
import { CURRENT, type Secrets } from './secrets';

/** Label of a version that wants to become the current one. */
const CANDIDATE = 'CANDIDATE';
const ATTEMPTS = 8;
/** Milliseconds; half of each is drawn at random, and each is twice the one before. */
const FIRST_PAUSE_MS = 50;

export interface PinStore {
  readonly read: () => Promise<Pins>;
  /**
   * Changes the pins; `change` sees the newest and may be asked again.
   * @throws MeshError CONFLICT, SECRETS_FAILED; and what `change` throws
   */
  readonly update: (change: (pins: Pins) => Pins) => Promise<Pins>;
}

/**
 * Pins of all services in one secret. Many write it, and none may undo what another wrote: a version becomes current by
 * moving the label off the very version that was read, which Secrets Manager refuses when it is no longer there.
 * Source: Secrets Manager API reference, UpdateSecretVersionStage, `RemoveFromVersionId`.
 */
export function createPinStore(secrets: Secrets, secretArn: string): PinStore {
  const current = async () => {
    const version = await secrets.read(secretArn, CURRENT);
    if (!version) throw new MeshError('SECRETS_FAILED', 'there are no pins');
    return { versionId: version.versionId, pins: parsePins(version.text) };
  };
  return {
    read: async () => (await current()).pins,
    update: async (change) => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { versionId, pins } = await current();
        const changed = change(pins);
        const text = JSON.stringify(changed);
        if (text === JSON.stringify(pins)) return pins;
        const candidate = randomUUID();
        await secrets.put(secretArn, candidate, CANDIDATE, text);
        if (await secrets.move(secretArn, CURRENT, versionId, candidate)) return changed;
        await wait((FIRST_PAUSE_MS * 2 ** attempt * (1 + Math.random())) / 2);
      }
      throw new MeshError('CONFLICT', 'others changed the pins each time');
    },
  };
}
