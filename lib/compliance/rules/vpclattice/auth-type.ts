import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const authType: Rule = {
  id: 'vpclattice-auth-type',
  title: 'services and networks of Lattice ask who is calling',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'With NONE, which is the default, every workload of an attached network may call, and no policy is read.',
  fix: 'set AuthType to AWS_IAM, and add an AWS::VpcLattice::AuthPolicy',
  resourceTypes: [
    'AWS::VpcLattice::Service',
    'AWS::VpcLattice::ServiceNetwork',
    'AWS::VpcLattice::ResourceConfiguration',
  ],
  check(resource) {
    const name =
      resource.type === 'AWS::VpcLattice::ResourceConfiguration'
        ? 'ResourceConfigurationAuthType'
        : 'AuthType';
    return requireLiteral(resource.property(name), (type) => type === 'AWS_IAM', 'must be AWS_IAM');
  },
};
