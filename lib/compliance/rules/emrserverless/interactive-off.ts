import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const interactiveOff: Rule = {
  id: 'emrserverless-interactive-off',
  title: 'nobody types into serverless applications',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Interactive endpoints run what somebody types with the rights of the job.',
  fix: 'leave LivyEndpointEnabled and StudioEnabled out, or set them to false',
  resourceTypes: ['AWS::EMRServerless::Application'],
  check(application) {
    return ['LivyEndpointEnabled', 'StudioEnabled'].flatMap((name) =>
      allowLiteral(
        application.property(`InteractiveConfiguration.${name}`),
        (value) => !isTrue(value),
        'must not be true',
      ),
    );
  },
};
