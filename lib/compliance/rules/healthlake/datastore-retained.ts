import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const datastoreRetained: Rule = {
  id: 'healthlake-datastore-retained',
  title: 'stores of health records outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['ai'],
  why: 'HealthLake has no backup to restore from: a deleted store is gone, with every record in it.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::HealthLake::FHIRDatastore'],
  check: requireRetained,
};
