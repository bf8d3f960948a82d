import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const tablesRetained: Rule = {
  id: 's3tables-tables-retained',
  title: 'tables and table buckets outlive their stack',
  severity: 'warning',
  controls: ['164.310(d)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A deleted stack, or a property whose change replaces the resource, would take what it holds along.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::S3Tables::TableBucket', 'AWS::S3Tables::Table'],
  check(tables) {
    return requireRetained(tables);
  },
};
