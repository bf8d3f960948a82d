import { allows } from './allow';
import { hasWildcard } from './arn';
import { bindsConditions } from './binding';
import { namesNothing } from './openness';
import { covers, reachesAction } from './pattern';
import type { Attached, PrincipalPolicies } from './principal-policies';
import type { Statement } from './statement';

/** Actions that together let somebody get more permissions than they were given. */
export interface EscalationPath {
  readonly actions: readonly string[];
  /** Where each action is allowed, in their order. */
  readonly steps: readonly Attached[];
  /** False when a part that varies or cannot be read may stand in the way. */
  readonly isSure: boolean;
}

/** Runs code of the caller's, as a role that the caller hands over. */
const WITH_PASSED_ROLE: readonly (readonly string[])[] = [
  ['ec2:RunInstances'], ['ec2:RequestSpotInstances'], ['ecs:RegisterTaskDefinition', 'ecs:RunTask'], ['ecs:RegisterTaskDefinition', 'ecs:StartTask'], ['ecs:RegisterTaskDefinition', 'ecs:CreateService'], ['ecs:RegisterTaskDefinition', 'ecs:UpdateService'],
  ['lambda:CreateFunction', 'lambda:InvokeFunction'], ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  ['lambda:CreateFunction', 'lambda:AddPermission'], ['lambda:UpdateFunctionConfiguration', 'lambda:UpdateFunctionCode'],
  ['cloudformation:CreateStack'], ['cloudformation:UpdateStack'], ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'], ['glue:CreateDevEndpoint'], ['glue:CreateJob', 'glue:StartJobRun'],
  ['glue:UpdateJob', 'glue:StartJobRun'], ['glue:CreateSession', 'glue:RunStatement'], ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
  ['sagemaker:CreateTrainingJob'], ['sagemaker:CreateProcessingJob'], ['sagemaker:CreatePipeline', 'sagemaker:StartPipelineExecution'],
  ['codebuild:CreateProject', 'codebuild:StartBuild'], ['codepipeline:CreatePipeline'], ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
  ['states:CreateStateMachine', 'states:StartExecution'], ['states:UpdateStateMachine', 'states:StartExecution'], ['scheduler:CreateSchedule'],
  ['batch:RegisterJobDefinition', 'batch:SubmitJob'], ['emr-serverless:StartJobRun'], ['elasticmapreduce:RunJobFlow'], ['apprunner:CreateService'],
  ['bedrock-agentcore:CreateAgentRuntime', 'bedrock-agentcore:InvokeAgentRuntime'],
  ['bedrock-agentcore:CreateCodeInterpreter', 'bedrock-agentcore:InvokeCodeInterpreter'], ['bedrock:CreateAgent', 'bedrock:InvokeAgent'],
  ['ssm:StartAutomationExecution'], ['imagebuilder:CreateInfrastructureConfiguration', 'imagebuilder:StartImagePipelineExecution'],
]; // prettier-ignore

/** Changes permissions, or takes over whoever has them. */
const DIRECT: readonly (readonly string[])[] = [
  ['iam:CreatePolicyVersion'], ['iam:SetDefaultPolicyVersion'], ['iam:AttachUserPolicy'], ['iam:AttachGroupPolicy'], ['iam:AttachRolePolicy'],
  ['iam:PutUserPolicy'], ['iam:PutGroupPolicy'], ['iam:PutRolePolicy'], ['iam:AddUserToGroup'], ['iam:UpdateAssumeRolePolicy'],
  ['iam:CreateAccessKey'], ['iam:CreateLoginProfile'], ['iam:UpdateLoginProfile'], ['iam:DeleteRolePermissionsBoundary'],
  ['iam:DeleteUserPermissionsBoundary'], ['iam:PutRolePermissionsBoundary'], ['iam:PutUserPermissionsBoundary'], ['sts:AssumeRole'],
  ['lambda:UpdateFunctionCode'], ['lambda:UpdateFunctionConfiguration', 'lambda:PublishLayerVersion'], ['ssm:SendCommand'], ['ssm:StartSession'],
  ['ec2-instance-connect:SendSSHPublicKey'], ['ecs:ExecuteCommand'], ['glue:UpdateDevEndpoint'], ['sagemaker:CreatePresignedNotebookInstanceUrl'],
  ['sagemaker:CreatePresignedDomainUrl'], ['ec2:ModifyInstanceAttribute', 'ec2:StartInstances'], ['sso:CreateAccountAssignment'], ['sso:PutInlinePolicyToPermissionSet'], ['sso:AttachManagedPolicyToPermissionSet'],
]; // prettier-ignore

/**
 * Known ways to more permissions.
 * Sources: Rhino Security Labs, "AWS IAM privilege escalation methods"; Datadog, "pathfinding.cloud"; IAM user guide,
 * "Granting a user permissions to pass a role to an AWS service".
 */
export const ESCALATIONS: readonly (readonly string[])[] = [
  ...DIRECT,
  ...WITH_PASSED_ROLE.map((actions) => ['iam:PassRole', ...actions]),
];

/** Resources of these are made by the call itself: whatever stands in Resource, the role passed says how far it reaches. */
const NEEDS_OPEN =
  /^(?:iam:|sts:|sso:|ssm:S(?:end|tartSession)|ecs:ExecuteCommand|ec2-instance-connect:|sagemaker:CreatePresigned\w+|lambda:UpdateFunction\w+|glue:UpdateDevEndpoint|ec2:ModifyInstanceAttribute)/u;

/** In lower case, as statements have them. */
const STEPS: ReadonlyMap<string, string> = new Map(
  ESCALATIONS.flat().map((action) => [action.toLowerCase(), action]),
);

/** Every policy of a principal asks for its ways. */
const computed = new WeakMap<PrincipalPolicies, readonly EscalationPath[]>();

/** Ways that all the statements of a principal open together, honoring what a Deny and a boundary take away. */
export function escalationsOf(policies: PrincipalPolicies): readonly EscalationPath[] {
  const known = computed.get(policies);
  if (known) return known;
  const candidates = new Map<string, Attached[]>();
  for (const each of policies.attached) {
    for (const action of stepsOf(each.statement)) {
      const list = candidates.get(action);
      if (list) list.push(each);
      else candidates.set(action, [each]);
    }
  }
  const grants = new Map(
    [...candidates].map(([action, attached]) => [action, granting(action, attached, policies)] as const),
  );
  const paths = ESCALATIONS.flatMap((actions): readonly EscalationPath[] => {
    const found = actions.map((action) => grants.get(action)).filter((grant) => grant !== undefined);
    if (found.length < actions.length) return [];
    return [{ actions, steps: found.map(({ by }) => by), isSure: found.every(({ isSure }) => isSure) }];
  });
  computed.set(policies, paths);
  return paths;
}

/** Steps that an Allow opens on enough resources; most statements open none, and need no pattern compared. */
function stepsOf(statement: Statement): readonly string[] {
  if (statement.effect !== 'Allow') return [];
  const lower =
    statement.notActions.length > 0
      ? [...STEPS.keys()].filter((step) => !reachesAction(statement.notActions, step))
      : statement.actions.flatMap((action) =>
          hasWildcard(action)
            ? [...STEPS.keys()].filter((step) => covers(action, step))
            : STEPS.has(action)
              ? [action]
              : [],
        );
  return [...new Set(lower)].map((step) => STEPS.get(step) ?? step).filter((step) => isOpen(statement, step));
}

function granting(action: string, allowing: readonly Attached[], { attached, boundary }: PrincipalPolicies) {
  const denies = attached.filter(({ statement }) => takesAway(statement, action));
  if (denies.some(({ statement }) => !statement.wavers)) return undefined;
  const inside = boundary === undefined || (boundary === 'unreadable' ? undefined : within(action, boundary));
  if (inside === false) return undefined;
  const grants = allowing
    .map((by) => ({ by, bound: bindsConditions(by.statement) }))
    .filter(({ bound }) => bound !== true);
  const sure = grants.find(({ by, bound }) => bound === false && !by.statement.wavers);
  const best = sure ?? grants[0];
  return best && { by: best.by, isSure: sure !== undefined && denies.length === 0 && inside === true };
}

function isOpen(statement: Statement, action: string): boolean {
  if (!NEEDS_OPEN.test(action)) return true;
  return statement.notResources.length > 0 || statement.resources.some(namesNothing);
}

/** A Deny of the action on everything and without condition. */
function takesAway(statement: Statement, action: string): boolean {
  return (
    statement.effect === 'Deny' &&
    !statement.effectVaries &&
    statement.conditions.length === 0 &&
    !statement.unreadable.includes('Condition') &&
    statement.resources.includes('*') &&
    (statement.notActions.length > 0
      ? !reachesAction(statement.notActions, action) && !statement.unreadable.includes('NotAction')
      : reachesAction(statement.actions, action))
  );
}

/** Whether a boundary lets an action through. Undefined: under conditions, or on some resources, only. */
function within(action: string, boundary: readonly Statement[]): boolean | undefined {
  if (boundary.some((statement) => !statement.wavers && takesAway(statement, action))) return false;
  const letting = boundary.filter(
    (statement) => allows(statement, action) || statement.unreadable.length > 0,
  );
  if (letting.length === 0) return false;
  return (
    letting.some(
      (each) =>
        each.unreadable.length === 0 &&
        !each.wavers &&
        each.conditions.length === 0 &&
        each.resources.includes('*'),
    ) || undefined
  );
}
