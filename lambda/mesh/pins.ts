import { z } from 'zod';
import { MeshError } from './mesh-error';

/** The key in use, the one before it while tasks still have it, and the one after. */
export const MOST_PINS = 3;

const pinsSchema = z.strictObject({
  /** Of chance, and of no use: a secret that is not written into a template is generated. */
  seed: z.string().optional(),
  services: z.record(
    z.string(),
    z.strictObject({
      pins: z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/u)).max(MOST_PINS),
      /** Nobody calls it, and it calls nobody, until somebody lets it in again. */
      revoked: z.literal(true).optional(),
    }),
  ),
});

/** Pins of the keys of all services of a mesh. They are hashes of public keys. */
export type Pins = z.infer<typeof pinsSchema>;

/** @throws MeshError SECRETS_FAILED */
export function parsePins(text: string): Pins {
  try {
    const { success, data } = pinsSchema.safeParse(JSON.parse(text));
    if (success) return data;
  } catch {
    // as what is not of the shape
  }
  throw new MeshError('SECRETS_FAILED', 'the secret of pins cannot be read');
}

/** Whether a service ever had a pin, or was taken out. */
export function isKnown(pins: Pins, service: string): boolean {
  return entryOf(pins, service) !== undefined;
}

export function isRevoked(pins: Pins, service: string): boolean {
  return entryOf(pins, service)?.revoked === true;
}

/** None for a service that nobody knows, and for one that was revoked: no pin, no connection. */
export function pinsOf(pins: Pins, service: string): readonly string[] {
  const entry = entryOf(pins, service);
  return entry === undefined || entry.revoked === true ? [] : entry.pins;
}

function entryOf(pins: Pins, service: string): Pins['services'][string] | undefined {
  return Object.hasOwn(pins.services, service) ? pins.services[service] : undefined;
}

/** @throws MeshError REVOKED */
export function publish(pins: Pins, service: string, published: readonly string[]): Pins {
  if (isRevoked(pins, service)) throw new MeshError('REVOKED', 'the service was taken out of the mesh');
  return withEntry(pins, service, { pins: [...new Set(published)].slice(0, MOST_PINS) });
}

export function revoke(pins: Pins, service: string): Pins {
  return withEntry(pins, service, { pins: [], revoked: true });
}

/** Without pins: the next rotation makes keys that nobody has seen. */
export function readmit(pins: Pins, service: string): Pins {
  return isRevoked(pins, service) ? withEntry(pins, service, { pins: [] }) : pins;
}

function withEntry(pins: Pins, service: string, entry: Pins['services'][string]): Pins {
  return { ...pins, services: { ...pins.services, [service]: entry } };
}
