import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isGiven } from '../cloudformation/set';

export const privateEndpoint: Rule = {
  id: 'transfer-private-endpoint',
  title: 'file transfer servers stand in a VPC, where security groups say who reaches them',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A public endpoint, the default, takes connections from everywhere: no list of partners can be put before it.',
  fix: 'set EndpointType to VPC, and EndpointDetails with VpcId, SubnetIds and SecurityGroupIds',
  resourceTypes: ['AWS::Transfer::Server'],
  check(server) {
    const details = server.property('EndpointDetails');
    const isNamed = ['VpcId', 'VpcEndpointId'].some((name) => isGiven(details.at(name)));
    return [
      ...requireLiteral(
        server.property('EndpointType'),
        (type) => type === 'VPC' || type === 'VPC_ENDPOINT',
        'must be VPC',
      ),
      ...(isNamed ? [] : [finding(details.path, 'must name the network')]),
    ];
  },
};
