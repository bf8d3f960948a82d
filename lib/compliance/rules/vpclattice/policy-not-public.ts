import { publicStatements } from '../../policy/public-access';
import { finding, type Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'vpclattice-policy-not-public',
  title: 'no policy of a Lattice service lets everybody in',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Everybody here is every workload of every attached network, and of every account it is shared with.',
  fix: 'name roles in Principal, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::VpcLattice::AuthPolicy', 'AWS::VpcLattice::ResourcePolicy'],
  check(resource, template) {
    const policy = resource.property('Policy');
    return policy.values.some(({ kind }) => kind === 'absent')
      ? [finding(policy.path, 'is not set')]
      : publicStatements(policy, template);
  },
};
