import { actionExists, reachesAny } from '../../policy/actions/catalogue';
import { hasWildcard } from '../../policy/arn';
import {
  IDENTITY_POLICY_TYPES,
  identityStatements,
  statementsOf,
  type Statement,
} from '../../policy/statement';
import { finding, unknown, type Observation, type Rule } from '../../rule';

export const actionsExist: Rule = {
  id: 'iam-actions-exist',
  title: 'policies name actions that AWS has',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'An action that does not exist allows nothing, and denies nothing: a Deny with a slip in it leaves the door open.',
  fix: 'write the action as the Service Authorization Reference does',
  resourceTypes: [
    ...IDENTITY_POLICY_TYPES,
    'AWS::EC2::VPCEndpoint',
    'AWS::KMS::Key',
    'AWS::Organizations::Policy',
    'AWS::S3::BucketPolicy',
    'AWS::SQS::QueuePolicy',
  ],
  check(resource, template) {
    const others = ['AssumeRolePolicyDocument', 'Content', 'KeyPolicy'].map((name) =>
      resource.property(name),
    );
    const statements = others.flatMap((document) => statementsOf(document, template));
    return [...identityStatements(resource), ...statements].flatMap(observe);
  },
};

function observe({ path, actions, notActions, unreadable }: Statement): readonly Observation[] {
  const member = notActions.length > 0 ? 'NotAction' : 'Action';
  const missing = [...actions, ...notActions].filter((action) => !isThere(action));
  if (missing.length > 0)
    return [finding(`${path}.${member}`, `AWS has no ${missing.slice(0, 3).join(', ')}`)];
  return unreadable.some((part) => part === member || part === 'Statement')
    ? [unknown(path, `${member} cannot be read from the template`)]
    : [];
}

function isThere(action: string): boolean {
  if (action === '*' || action.includes('${')) return true;
  return hasWildcard(action) ? reachesAny(action) : actionExists(action) === true;
}
