import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const noSampleData: Rule = {
  id: 'healthlake-no-sample-data',
  title: 'invented patients are kept apart from real ones',
  severity: 'warning',
  controls: ['164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Once sample records are in a store, nobody can tell for sure which findings belong to somebody.',
  fix: 'leave PreloadDataConfig out',
  resourceTypes: ['AWS::HealthLake::FHIRDatastore'],
  check(store) {
    return allowLiteral(store.property('PreloadDataConfig.PreloadDataType'), () => false, 'must be left out');
  },
};
