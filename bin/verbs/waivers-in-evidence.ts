import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EVIDENCE_FILES, evidenceSchema } from '../../lib/compliance/evidence/evidence';
import { nameOf } from '../../lib/compliance/waivers/lint-waivers';
import { UsageError } from './verb';

/** One line for each waiver that waived nothing when the assembly was judged. */
export function unusedWaivers(assembly: string): readonly string[] {
  const file = path.join(assembly, EVIDENCE_FILES.directory, EVIDENCE_FILES.json);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`cannot read ${file}; give a cdk.out that was synthesized with the pack`);
  }
  const evidence = evidenceSchema.safeParse(value);
  if (!evidence.success) throw new UsageError(`${file} is damaged or of another version; synthesize again`);
  return evidence.data.waivers
    .filter(({ status }) => status === 'unused' || status === 'refused')
    .map((waiver) => `${nameOf(waiver)}: ${waiver.status} in ${assembly}; delete it or correct its resource`);
}
