import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesByType, typesOf } from '../cloudformation/places';
import { JOB_NETWORKS } from './job-places';

export const jobTrafficEncrypted: Rule = {
  id: 'sagemaker-job-traffic-encrypted',
  title: 'machines of a job talk to each other encrypted',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa', 'ai'],
  why: 'Machines that share out a job send each other the data itself, in clear unless told otherwise.',
  fix: 'set NetworkConfig.EnableInterContainerTrafficEncryption to true',
  resourceTypes: typesOf(JOB_NETWORKS),
  check(job) {
    return placesByType(job, JOB_NETWORKS).flatMap((network) =>
      requireLiteral(network.at('EnableInterContainerTrafficEncryption'), isTrue, 'must be true'),
    );
  },
};
