import { nameOf } from '../../lib/compliance/waivers/lint-waivers';
import { readEvidence } from './evidence/read-evidence';

/** One line for each waiver that waived nothing when the assembly was judged. */
export function unusedWaivers(assembly: string): readonly string[] {
  return readEvidence(assembly)
    .waivers.filter(({ status }) => status === 'unused' || status === 'refused')
    .map((waiver) => `${nameOf(waiver)}: ${waiver.status} in ${assembly}; delete it or correct its resource`);
}
