import path from 'node:path';
import { EVIDENCE_FILES } from '../../../lib/compliance/evidence/evidence';
import type { Integrity, Manifest } from '../../../lib/compliance/evidence/manifest';
import { isAssembly, readAssembly } from '../../../lib/compliance/template/read-assembly';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';

/** One line for everything that is not as the manifest says. */
export function complaints(
  { manifest, missing, changed, added }: Integrity,
  assembly: string,
): readonly string[] {
  if (!manifest) {
    const file = path.join(assembly, EVIDENCE_FILES.directory, EVIDENCE_FILES.manifest);
    return [`${file} is missing or damaged; synthesize again`];
  }
  const lines = [
    ...missing.map((name) => `missing  ${name}`),
    ...changed.map((name) => `changed  ${name}`),
    ...added.map((name) => `added    ${name}`),
  ];
  return [...lines, ...unjudged(manifest, assembly, lines.length > 0)];
}

/** Templates that would be deployed and that the evidence is not of. Evidence may be kept without its assembly. */
function unjudged({ scope, files }: Manifest, assembly: string, isExplained: boolean): readonly string[] {
  if (scope !== undefined || !isAssembly(assembly)) return [];
  const known = new Set(files.map((file) => file.path));
  try {
    return readAssembly(assembly)
      .templates.filter((template) => !known.has(template.path))
      .map((template) => `added    ${template.path}`);
  } catch (error) {
    if (error instanceof UnreadableInput && isExplained) return [];
    throw error;
  }
}
