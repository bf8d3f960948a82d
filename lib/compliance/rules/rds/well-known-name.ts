import { allowLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { writtenAt } from '../../template/written';
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

/** Requires that an administrator is not called what everybody would guess. A name in a secret is nobody's guess. */
export function refuseWellKnownName(resource: Resource, property: string): readonly Observation[] {
  const places = writtenAt(resource, property);
  if (places.length > 0 && places.every(({ written }) => written.kind === 'dynamic')) return [];
  return allowLiteral(
    resource.property(property),
    (value) => !isWellKnown(value),
    'must not be a name that everybody tries first',
  );
}
