import { allowLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import { isOneOf } from '../cloudformation/certainty';

/** Names that documentation, consoles and password lists try first. */
const isWellKnown = isOneOf(
  'admin',
  'administrator',
  'awsuser',
  'dbadmin',
  'master',
  'mysql',
  'postgres',
  'root',
  'sa',
  'user',
);

/** Requires that an administrator is not called what everybody would guess. */
export function refuseWellKnownName(name: Property): readonly Observation[] {
  return allowLiteral(name, (value) => !isWellKnown(value), 'must not be a name that everybody tries first');
}
