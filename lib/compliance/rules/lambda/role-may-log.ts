import { allows } from '../../policy/allow';
import { finding, unknown, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { perAssembly } from '../cloudformation/per-assembly';
import { statementsOfRole } from './policies-of-role';

const ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'] as const;
/** AWS's own policies that allow both. Source: AWS managed policy reference. */
const MANAGED =
  /:policy\/(?:AdministratorAccess|PowerUserAccess|CloudWatch(?:Logs)?FullAccess(?:V2)?|AWSLambda(?:Execute|_FullAccess)|service-role\/AWSLambda\w{1,64}|CloudWatchLambdaInsightsExecutionRolePolicy)$/u;

export const roleMayLog: Rule = {
  id: 'lambda-role-may-log',
  title: 'the role of a function may write its log',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A function whose role may not write to CloudWatch runs without a trace, and nothing says so.',
  fix: 'allow logs:CreateLogStream and logs:PutLogEvents, or attach AWSLambdaBasicExecutionRole',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const role = lambda.property('Role');
    const roles = role.targets();
    return [
      ...[...new Set(roles)]
        .filter((each) => !mayLog(each))
        .map(({ logicalId }) =>
          finding(role.path, `${logicalId} allows no logs:CreateLogStream and logs:PutLogEvents`),
        ),
      ...(roles.length < role.values.length
        ? [unknown(role.path, 'names no role of the assembly; it must be able to write logs')]
        : []),
    ];
  },
};

/** Functions share roles. */
const known = perAssembly(() => new Map<Resource, boolean>());

function mayLog(role: Resource): boolean {
  const answers = known(role.template.assembly);
  const answer = answers.get(role) ?? allowsLogs(role);
  answers.set(role, answer);
  return answer;
}

function allowsLogs(role: Resource): boolean {
  const managed = role
    .property('ManagedPolicyArns')
    .items()
    .flatMap((arn) => arn.texts());
  const statements = statementsOfRole(role);
  return (
    managed.some((arn) => MANAGED.test(arn)) ||
    ACTIONS.every((action) => statements.some((statement) => allows(statement, action)))
  );
}
