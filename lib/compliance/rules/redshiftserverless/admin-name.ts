import type { Rule } from '../../rule';
import { refuseWellKnownName } from '../rds/well-known-name';

export const adminName: Rule = {
  id: 'redshiftserverless-admin-name',
  title: 'the administrator of a serverless warehouse has a name of its own',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'A name from the documentation is half of what a guesser needs.',
  fix: 'set AdminUsername to a name that nobody would try first',
  resourceTypes: ['AWS::RedshiftServerless::Namespace'],
  check(namespace) {
    return refuseWellKnownName(namespace, 'AdminUsername');
  },
};
