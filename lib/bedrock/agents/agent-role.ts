import { Aws, aws_iam as iam, RemovalPolicy, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ApprovedModel } from '../approved-model';
import { CLOSED_DOORS } from '../doors';
import { INVOKE_ACTIONS } from '../invoke-actions';
import { allowModels } from '../model-statements';
import { foundationModelArns, HERE, profileArns } from '../model-arns';
import type { PhiGuardrail } from '../phi-guardrail';

export interface AgentRoleProps {
  readonly model: ApprovedModel;
  readonly guardrail: PhiGuardrail;
  /** Of agent and guardrail. */
  readonly encryptionKey: kms.IKey;
  readonly knowledgeBaseArns: readonly string[];
}

/**
 * The role that Bedrock takes for agents of this account and Region: one model, one guardrail, the knowledge bases of one
 * agent. Functions are not among it: Bedrock calls them itself, by the permission of each function.
 *
 * The guardrail is the agent's own setting, not a condition here: `bedrock:GuardrailIdentifier` is documented for calls
 * that name a guardrail themselves, and a denial without it would stop the agent's.
 * Source: Bedrock user guide, "Create a service role for Amazon Bedrock Agents", "Set up permissions to use guardrails".
 */
export class AgentRole extends Construct {
  readonly role: iam.Role;
  /** Without it Bedrock refuses to prepare the agent. */
  readonly permissions: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: AgentRoleProps) {
    super(scope, id);
    const { model, guardrail, encryptionKey, knowledgeBaseArns } = props;
    const profiles = profileArns(model, HERE);
    this.role = new iam.Role(this, 'Resource', {
      // the id is known only when the role is there
      assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com').withConditions({
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:agent/*` },
      }),
      description: 'What one agent may do: its model, its guardrail, its knowledge bases',
    });
    this.permissions = new iam.ManagedPolicy(this, 'Permissions', {
      roles: [this.role],
      statements: [
        ...allowModels([model], HERE, {}),
        ...allow('ReadTheProfile', ['bedrock:GetInferenceProfile'], profiles),
        ...allow('ApplyTheGuardrail', ['bedrock:ApplyGuardrail'], [guardrail.guardrail.attrGuardrailArn]),
        ...allow('AskItsKnowledgeBases', ['bedrock:Retrieve'], knowledgeBaseArns),
        new iam.PolicyStatement({
          sid: 'OpenAgentAndGuardrail',
          actions: ['kms:Decrypt'],
          resources: [encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `bedrock.${Aws.REGION}.amazonaws.com` } },
        }),
        new iam.PolicyStatement({
          sid: 'NoOtherModel',
          effect: iam.Effect.DENY,
          actions: [...INVOKE_ACTIONS],
          notResources: [...profiles, ...foundationModelArns(model, HERE)],
        }),
        new iam.PolicyStatement({
          sid: 'NoOtherDoor',
          effect: iam.Effect.DENY,
          actions: CLOSED_DOORS.flatMap(({ actions }) => actions),
          resources: ['*'],
        }),
      ],
    });
    // an agent that stays needs them
    for (const kept of [this.role, this.permissions])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}

function allow(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
): readonly iam.PolicyStatement[] {
  return resources.length === 0
    ? []
    : [new iam.PolicyStatement({ sid, actions: [...actions], resources: [...resources] })];
}
