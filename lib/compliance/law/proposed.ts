import proposal from './nprm-2025.json';

const CHECKED: ReadonlySet<string> = new Set(
  proposal.requirements.filter(({ checked }) => checked).map(({ id }) => id),
);

/** A row of the proposal as it may be cited: with a word where nobody compared it with the printed text yet. */
export function proposedRow(id: string): string {
  return CHECKED.has(id) ? id : `${id} (not yet compared with 90 FR 898)`;
}
