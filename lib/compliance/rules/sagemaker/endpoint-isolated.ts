import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireSet } from '../cloudformation/set';

export const endpointIsolated: Rule = {
  id: 'sagemaker-endpoint-isolated',
  title: 'inference components have no network of their own',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['ai'],
  why: 'An endpoint with a role of its own takes its containers without a model that says how they are kept apart.',
  fix: 'set EnableNetworkIsolation to true, and VpcConfig, beside ExecutionRoleArn',
  resourceTypes: ['AWS::SageMaker::EndpointConfig'],
  check(config) {
    // without a role, the models of its variants say it
    if (!config.property('ExecutionRoleArn').isPresent) return 'not-applicable';
    return [
      ...requireLiteral(config.property('EnableNetworkIsolation'), isTrue, 'must be true'),
      ...requireSet(config.property('VpcConfig.Subnets'), 'must name subnets'),
    ];
  },
};
