import type { z } from 'zod';

/** Members whose names the caller makes up: a problem names the member that holds them. */
const OPEN_MEMBERS: ReadonlySet<PropertyKey> = new Set(['fields', 'untrusted']);

/** The name of the field that the first issue is about, in names of the schema only. */
export function fieldOf(error: z.ZodError): string {
  const names: string[] = [];
  for (const name of error.issues[0]?.path ?? []) {
    names.push(String(name));
    if (OPEN_MEMBERS.has(name)) break;
  }
  return names.length === 0 ? 'request' : names.join('.');
}
