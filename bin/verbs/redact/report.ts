import { CATEGORIES, type Counts } from '../../../lambda/redaction/category';
import type { Profile } from '../../../lambda/redaction/profiles/profile';

/** Counts per category, and the profile if it is not the usual one; never a value. */
export function report(counts: Counts, { name, dataUseAgreement }: Profile): string {
  const agreement = dataUseAgreement === undefined ? '' : `, data use agreement ${dataUseAgreement}`;
  const profile = name === 'safe-harbor' ? '' : `profile ${name}${agreement}\n`;
  const rows = CATEGORIES.filter((category) => counts[category] !== undefined);
  if (rows.length === 0) return `${profile}nothing found\n`;
  return profile + rows.map((category) => `${category.padEnd(12)} ${counts[category]}\n`).join('');
}
