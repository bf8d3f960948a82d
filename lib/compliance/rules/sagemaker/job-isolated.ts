import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesByType, typesOf } from '../cloudformation/places';
import { JOB_NETWORKS } from './job-places';

export const jobIsolated: Rule = {
  id: 'sagemaker-job-isolated',
  title: 'containers of jobs have no network',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['ai'],
  why: 'A container image that somebody tampered with sends the data it processes wherever it can reach.',
  fix: 'set NetworkConfig.EnableNetworkIsolation to true',
  resourceTypes: typesOf(JOB_NETWORKS),
  check(job) {
    return placesByType(job, JOB_NETWORKS).flatMap((network) =>
      requireLiteral(network.at('EnableNetworkIsolation'), isTrue, 'must be true'),
    );
  },
};
