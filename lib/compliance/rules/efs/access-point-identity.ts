import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { matches } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';

export const accessPointIdentity: Rule = {
  id: 'efs-access-point-identity',
  title: 'access points give their clients one user and one folder',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Without them a client is whoever it says it is, root included, and sees the whole file system.',
  fix: 'set PosixUser, and RootDirectory.Path to a folder below /',
  resourceTypes: ['AWS::EFS::AccessPoint'],
  check(point) {
    return [
      ...requireSet(point.property('PosixUser'), 'must be set'),
      ...requireValue(
        point.property('RootDirectory.Path'),
        (value) => (value.kind === 'literal' ? matches(/[^/]/u)(value.value) : true),
        'must be a folder below /',
      ),
    ];
  },
};
