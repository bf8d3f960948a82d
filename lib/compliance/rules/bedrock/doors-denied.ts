import { isAnything } from '../../policy/arn';
import { reachesAction } from '../../policy/pattern';
import { ownStatements, principalsWith, type PrincipalPolicies } from '../../policy/principal-policies';
import { IDENTITY_POLICY_TYPES, type Statement } from '../../policy/statement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { namedInvocation } from './named-invocation';

/** One call through each door beside `bedrock-runtime`. Source: Service Authorization Reference, Amazon Bedrock Mantle. */
const DOORS = [
  'bedrock-mantle:CreateInference',
  'bedrock-mantle:CallWithBearerToken',
  'bedrock:CallWithBearerToken',
] as const;

export const doorsDenied: Rule = {
  id: 'bedrock-doors-denied',
  title: 'whoever may call models is denied the doors beside them',
  severity: 'error',
  controls: ['164.312(b)', '164.312(d)', '164.502(b)'],
  profiles: ['strict'],
  why: 'What is merely not allowed is allowed by the next policy: then prompts go where no guardrail and no log sees them.',
  fix: 'deny bedrock-mantle:* and bedrock:CallWithBearerToken in a policy of the role or its boundary; or waive this with the control policy that does',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    const invoking = namedInvocation(resource);
    const principals =
      resource.type === 'AWS::SSO::PermissionSet' ? [asItsOwn(resource)] : principalsWith(resource);
    if (!invoking || principals.length === 0) return 'not-applicable';
    return principals.flatMap((each) => judge(each, invoking.path));
  },
};

function judge({ principal, attached, boundary }: PrincipalPolicies, path: string): readonly Observation[] {
  const limits = boundary === undefined || boundary === 'unreadable' ? [] : boundary;
  const statements = [...attached.map(({ statement }) => statement), ...limits];
  const open = DOORS.filter((door) => !statements.some((statement) => closes(statement, door)));
  if (open.length === 0) return [];
  const isOpen = boundary !== 'unreadable' && !statements.some(mayDeny);
  const message = `${principal.logicalId} is not denied ${open.join(', ')}`;
  return [isOpen ? finding(path, message) : unknown(path, `it cannot be read whether ${message}`)];
}

function closes(
  { effect, actions, notActions, resources, conditions, wavers }: Statement,
  door: string,
): boolean {
  if (effect !== 'Deny' || wavers || conditions.length > 0 || !resources.some(isAnything)) return false;
  return notActions.length > 0 ? !reachesAction(notActions, door) : reachesAction(actions, door);
}

/** A statement that is left to a parameter may be the one that denies. */
function mayDeny({ effect, unreadable }: Statement): boolean {
  return effect !== 'Allow' && unreadable.some((member) => member !== 'Condition');
}

/** A permission set becomes a role in each account, and has all its policies in itself. */
function asItsOwn(resource: Resource): PrincipalPolicies {
  return { principal: resource, attached: ownStatements(resource), boundary: undefined };
}
