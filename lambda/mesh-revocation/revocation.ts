import { z } from 'zod';
import { MeshError } from '../mesh/mesh-error';
import { isKnown, readmit, revoke } from '../mesh/pins';
import type { PinStore } from '../mesh/pin-store';

const requestSchema = z.strictObject({
  action: z.enum(['revoke', 'readmit']),
  service: z.string().regex(/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/u),
});

export interface Revoked {
  readonly service: string;
  readonly state: 'REVOKED' | 'READMITTED';
}

/**
 * Takes a service out of the mesh: no key of it is pinned, nobody may call it, and no certificate is issued for it, until it is
 * let in again. What it held is worth nothing then: the next rotation makes keys that nobody has seen.
 */
export function createRevocation(pins: PinStore) {
  return async (request: unknown): Promise<Revoked> => {
    const { success, data } = requestSchema.safeParse(request);
    if (!success)
      throw new MeshError('EVENT_REFUSED', 'give {"action":"revoke"|"readmit","service":"<name>"}');
    const { action, service } = data;
    await pins.update((published) => {
      // whoever is in a hurry must not be told that a misspelt service is out
      if (!isKnown(published, service))
        throw new MeshError('EVENT_REFUSED', 'no certificate was ever issued for a service of this name');
      return (action === 'revoke' ? revoke : readmit)(published, service);
    });
    return { service, state: action === 'revoke' ? 'REVOKED' : 'READMITTED' };
  };
}
