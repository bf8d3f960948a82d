import path from 'node:path';
import { EVIDENCE_FILES } from '../../../lib/compliance/evidence/evidence';
import type { Integrity } from '../../../lib/compliance/evidence/manifest';

/** One line for everything that is not as the manifest says. */
export function complaints(
  { manifest, missing, changed, added }: Integrity,
  assembly: string,
): readonly string[] {
  if (!manifest) {
    const file = path.join(assembly, EVIDENCE_FILES.directory, EVIDENCE_FILES.manifest);
    return [`${file} is missing or damaged; synthesize again`];
  }
  return [
    ...missing.map((name) => `missing  ${name}`),
    ...changed.map((name) => `changed  ${name}`),
    ...added.map((name) => `added    ${name}`),
  ];
}
