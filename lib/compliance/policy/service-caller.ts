import { finding, unknown, type Observation } from '../rule';
import type { Property } from '../template/property';
import type { Template } from '../template/template';
import { onEachAllow } from './allow';
import { narrowsBy } from './narrowing';
import { isService } from './principal';
import { statementsOf } from './statement';

/** Keys that say on whose behalf a service calls. Source: IAM user guide, "The confused deputy problem". */
const KEYS: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'kms:calleraccount',
]);
const isBehalf = (key: string) => KEYS.has(key) || key.startsWith('kms:encryptioncontext:');

/** Allow statements for services that serve any account's wishes, each with its path. */
export function unboundServices(document: Property, template: Template): readonly Observation[] {
  return onEachAllow(statementsOf(document, template), ['principal'], (statement) => {
    if (!statement.principals.some(isService)) return [];
    const bound = narrowsBy(statement, isBehalf);
    if (bound === true) return [];
    return [
      bound === false
        ? finding(statement.path, 'allows a service, whichever account it works for')
        : unknown(statement.path, 'allows a service under a condition that cannot be read'),
    ];
  });
}
