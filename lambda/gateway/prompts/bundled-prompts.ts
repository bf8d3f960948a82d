import type { Prompts } from './prompts';

/** Prompts that came with the deployment, by `id:version`. */
export function createBundledPrompts(texts: Readonly<Record<string, string>>): Prompts {
  const byName = new Map(Object.entries(texts));
  return { read: (id, version) => Promise.resolve(byName.get(`${id}:${version}`)) };
}
