import { isEverybody } from '../../policy/principal';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const endpointServicePrincipals: Rule = {
  id: 'ec2-endpoint-service-principals',
  title: 'services offered through PrivateLink name who may connect',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(b)(1)'],
  profiles: ['hipaa'],
  why: 'With * every AWS account can ask for a connection into your network.',
  fix: 'list the ARNs of the accounts or roles of your partners in AllowedPrincipals',
  resourceTypes: ['AWS::EC2::VPCEndpointServicePermissions'],
  check(permissions) {
    return permissions
      .property('AllowedPrincipals')
      .items()
      .flatMap((principal) =>
        allowLiteral(
          principal,
          (name) => typeof name === 'string' && !isEverybody(name),
          'must not be everybody',
        ),
      );
  },
};
