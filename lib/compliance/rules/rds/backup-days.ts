import { requireLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Parameter } from '../../parameter';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';

/** A weekend and then some: damage done on Friday is seen on Monday. */
export const BACKUP_DAYS: Parameter<number> = {
  name: 'days',
  description: 'how long automatic backups are kept at least, in days',
  default: 7,
};

/** Requires that automatic backups are kept for some days. What is not set is kept for one. */
export function requireBackupDays(retention: Property, days: number): readonly Observation[] {
  return requireLiteral(retention, (value) => numberOf(value) >= days, `must be at least ${days} days`);
}
