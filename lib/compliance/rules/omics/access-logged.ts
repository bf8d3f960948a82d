import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const accessLogged: Rule = {
  id: 'omics-access-logged',
  title: 'reads of sequences are logged',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa', 'ai'],
  why: 'Sequence stores are read through S3 access points; without their log nobody can say who took a genome.',
  fix: 'set AccessLogLocation to an S3 address',
  resourceTypes: ['AWS::Omics::SequenceStore'],
  check(store) {
    return requireSet(store.property('AccessLogLocation'), 'must be an S3 address');
  },
};
