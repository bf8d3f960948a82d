import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesOf } from '../cloudformation/places';

export const endpointNoShell: Rule = {
  id: 'sagemaker-endpoint-no-shell',
  title: 'nobody opens a shell beside a model in use',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(3)(i)'],
  profiles: ['ai'],
  why: 'A session in the container sees every request that the model answers.',
  fix: 'leave EnableSSMAccess out of the variants',
  resourceTypes: ['AWS::SageMaker::EndpointConfig'],
  check(config) {
    return placesOf(
      config,
      'ProductionVariants[].EnableSSMAccess',
      'ShadowProductionVariants[].EnableSSMAccess',
    ).flatMap((access) => allowLiteral(access, (value) => !isTrue(value), 'must not be true'));
  },
};
