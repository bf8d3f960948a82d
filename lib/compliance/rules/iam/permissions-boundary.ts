import { onEachAllow } from '../../policy/allow';
import { statementsOf } from '../../policy/statement';
import { finding, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { requireSet } from '../cloudformation/set';

const BOUNDS_NOTHING = /:policy\/(?:AdministratorAccess|PowerUserAccess)$/u;

export const permissionsBoundary: Rule = {
  id: 'iam-permissions-boundary',
  title: 'what people and other accounts take has a permissions boundary',
  severity: 'warning',
  controls: ['164.308(a)(3)(i)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Whoever may call anything tries more than a program does; a boundary holds even when a policy is widened by mistake.',
  fix: 'set PermissionsBoundary to a policy that names the most that may ever be allowed',
  resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::SSO::PermissionSet'],
  check(resource, template) {
    const boundary = resource.property('PermissionsBoundary');
    const seen = [...requireSet(boundary, 'must name a boundary'), ...tooWide(boundary)];
    if (resource.type !== 'AWS::IAM::Role' || seen.length === 0) return seen;
    const trust = statementsOf(resource.property('AssumeRolePolicyDocument'), template);
    const ofOthers = onEachAllow(trust, ['principal'], ({ principalTypes, notPrincipals }) =>
      principalTypes.some((type) => type !== 'Service') || notPrincipals.length > 0 ? seen : [],
    );
    return [...new Set(ofOthers)];
  },
};

function tooWide(boundary: Property): readonly Observation[] {
  const arn = boundary.at('ManagedPolicyArn');
  return [boundary, arn]
    .filter((each) => each.list().texts.some((text) => BOUNDS_NOTHING.test(text)))
    .map(({ path }) => finding(path, 'allows so much that it bounds nothing'));
}
