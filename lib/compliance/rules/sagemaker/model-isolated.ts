import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const modelIsolated: Rule = {
  id: 'sagemaker-model-isolated',
  title: 'containers of models have no network',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'ai'],
  why: 'A model or an image that somebody tampered with sends every request it answers wherever it can reach.',
  fix: 'set EnableNetworkIsolation to true',
  resourceTypes: ['AWS::SageMaker::Model'],
  check(model) {
    return requireLiteral(model.property('EnableNetworkIsolation'), isTrue, 'must be true');
  },
};
