import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';

export const namesEndpoint: Rule = {
  id: 'apigateway-names-endpoint',
  title: 'private APIs name the VPC endpoints through which they answer',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without a list the API answers through the endpoints of every account; its policy alone keeps them out.',
  fix: 'set EndpointConfiguration.VpcEndpointIds, and aws:SourceVpce in the policy',
  resourceTypes: ['AWS::ApiGateway::RestApi'],
  check(api) {
    const seen = api
      .property('EndpointConfiguration')
      .alternatives()
      .filter(mayBePrivate)
      .map((endpoint) => requirePresent(endpoint.at('VpcEndpointIds'), 'must name the endpoints'));
    return seen.length === 0 ? 'not-applicable' : (seen.find((each) => each.length > 0) ?? []);
  },
};

function mayBePrivate(endpoint: Property): boolean {
  const types = endpoint.at('Types').items();
  return types.some((type) => accepts(type, (name) => name !== 'PRIVATE') !== true);
}
