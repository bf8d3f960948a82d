import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const retained: Rule = {
  id: 'secretsmanager-retained',
  title: 'secrets outlive their stack',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'A database that stayed is of no use without its password.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  check(secret) {
    return requireRetained(secret);
  },
};
