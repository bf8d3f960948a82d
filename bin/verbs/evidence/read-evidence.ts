import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { EVIDENCE_FILES, evidenceSchema, type Evidence } from '../../../lib/compliance/evidence/evidence';
import { UsageError } from '../verb';

/** @param place a cloud assembly, or a file evidence.json */
export function readEvidence(place: string): Evidence {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? true;
  const file = isFolder ? path.join(place, EVIDENCE_FILES.directory, EVIDENCE_FILES.json) : place;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`cannot read ${file}; give a cdk.out that was synthesized with the pack`);
  }
  const evidence = evidenceSchema.safeParse(value);
  if (!evidence.success) throw new UsageError(`${file} is damaged or of another version; synthesize again`);
  return evidence.data;
}

/** The one cloud assembly among the arguments, `cdk.out` when there is none. */
export function assemblyAmong(positionals: readonly string[]): string {
  const [directory = 'cdk.out', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`give one cloud assembly; ${positionals.length} were given`);
  return directory;
}
