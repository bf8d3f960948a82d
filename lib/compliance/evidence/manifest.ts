import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EVIDENCE_FILES, type Evidence } from './evidence';

const MANIFEST_VERSION = 1;

/** Inside the cloud assembly, whatever the manifest says: neither absolute nor upwards. */
const inside = z
  .string()
  .min(1)
  .refine(
    (name) => !path.isAbsolute(name) && !name.split(/[\\/]/u).includes('..'),
    'leaves the cloud assembly',
  );

export const manifestSchema = z
  .strictObject({
    schemaVersion: z.literal(MANIFEST_VERSION),
    generator: z.strictObject({ name: z.string(), version: z.string() }),
    asOf: z.iso.date(),
    blocks: z.boolean(),
    scope: z
      .string()
      .optional()
      .describe('The construct path the evidence is of; absent when it is of the whole assembly'),
    files: z
      .array(z.strictObject({ path: inside, sha256: z.string().regex(/^[0-9a-f]{64}$/u) }))
      .describe('The files of the evidence and the templates it is about'),
  })
  .describe('SHA-256 of everything the evidence consists of, with paths in the cloud assembly');

export type Manifest = z.infer<typeof manifestSchema>;

/** @param files of the evidence, by name */
export function renderManifest(evidence: Evidence, files: Readonly<Record<string, Uint8Array>>): string {
  const manifest: Manifest = {
    schemaVersion: MANIFEST_VERSION,
    generator: evidence.generator,
    asOf: evidence.asOf,
    blocks: evidence.summary.blocks,
    ...(evidence.inputs.scope === undefined ? {} : { scope: evidence.inputs.scope }),
    files: [
      ...Object.entries(files).map(([name, bytes]) => ({
        path: `${EVIDENCE_FILES.directory}/${name}`,
        sha256: sha256(bytes),
      })),
      ...evidence.inputs.templates.map((template) => ({ path: template.path, sha256: template.sha256 })),
    ],
  };
  return `${JSON.stringify(manifest, undefined, 1)}\n`;
}

/** What became of the evidence since it was written. Paths are those in the cloud assembly. */
export interface Integrity {
  /** Undefined when the manifest is missing or damaged. */
  readonly manifest: Manifest | undefined;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files in the folder of the evidence that the manifest does not name; a signature is none. */
  readonly added: readonly string[];
}

/** Compares the evidence and the templates of a cloud assembly with the manifest. */
export function integrityOf(assembly: string): Integrity {
  const directory = path.join(assembly, EVIDENCE_FILES.directory);
  const manifest = readManifest(path.join(directory, EVIDENCE_FILES.manifest));
  if (!manifest) return { manifest, missing: [], changed: [], added: [] };
  const missing: string[] = [];
  const changed: string[] = [];
  for (const file of manifest.files) {
    const now = digestOf(path.join(assembly, file.path));
    if (now === undefined) missing.push(file.path);
    else if (now !== file.sha256) changed.push(file.path);
  }
  const known = new Set([...manifest.files.map((file) => file.path), ...OWN]);
  const added = filesIn(directory)
    .map((name) => `${EVIDENCE_FILES.directory}/${name}`)
    .filter((name) => !known.has(name));
  return { manifest, missing, changed, added };
}

/** A manifest cannot hold its own digest, nor that of its signature. */
const OWN = [EVIDENCE_FILES.manifest, EVIDENCE_FILES.signature].map(
  (name) => `${EVIDENCE_FILES.directory}/${name}`,
);

function readManifest(file: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function digestOf(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    return undefined;
  }
}

function filesIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    )
    .sort((a, b) => (a < b ? -1 : 1));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
