import { createHash } from 'node:crypto';
import {
  Aws,
  aws_bedrock as bedrock,
  aws_iam as iam,
  aws_lambda as lambda,
  Duration,
  RemovalPolicy,
  Stack,
  Tags,
  type aws_ec2 as ec2,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../../contract/data-class';
import { TAGS } from '../../contract/tags';
import { ConfigurationError } from '../../errors';
import type { DeniedDoors } from '../denied-doors';
import { HERE } from '../model-arns';
import type { ModelAccess } from '../model-access';
import { foundationModelArns, profileArns } from '../model-arns';
import { modelInStack } from '../model-in-stack';
import type { PhiGuardrail } from '../phi-guardrail';
import { actionGroup, unconfirmedReasons, type AgentAction } from './agent-action';
import { AgentRole } from './agent-role';
import { checkAgent, type AgentKnowledge } from './check-agent';

/** Ends the session of who went away, well below what 45 CFR 164.312(a)(2)(iii) is usually read to allow. */
const IDLE = Duration.minutes(10);

const UNCONFIRMED_BECAUSE = 'hipaa-ai:unconfirmed-functions';

export interface PhiAgentProps {
  /** Unique in the account and Region: 1 to 100 letters, digits, `-` and `_`; nothing of a patient. */
  readonly name: string;
  /** What the agent is for and how it behaves: 40 to 4,000 characters. */
  readonly instruction: string;
  /** What conversations may hold; the model must be approved for it. */
  readonly dataClass: PromptClass;
  readonly access: ModelAccess;
  readonly modelId: string;
  readonly guardrail: PhiGuardrail;
  /** The guardrail's key, which encrypts the agent and its sessions as well; used through `bedrock`. */
  readonly encryptionKey: kms.IKey;
  /** @default - the agent looks nothing up */
  readonly knowledge?: readonly AgentKnowledge[];
  /** @default - the agent does nothing but talk */
  readonly actions?: readonly AgentAction[];
  /**
   * How long a conversation may lie idle: 1 to 30 minutes.
   * @default Duration.minutes(10)
   */
  readonly idleSession?: Duration;
}

/**
 * A Bedrock agent under a numbered guardrail and a customer-managed key, with a role of its own. It forgets a conversation
 * when it ends, runs no code that it wrote, hands no action back to its caller, and asks before each call of a function.
 * Each change makes a numbered version and an alias to it; old ones stay.
 *
 * No guardrail can be demanded of who calls an agent, so agents are denied to everybody by `DeniedDoors`: `grantInvoke`
 * wants the approval that opens them. Supports 45 CFR 164.312(a)(2)(i), 164.312(a)(2)(iii), 164.312(a)(2)(iv) and 164.502(b).
 * @throws ConfigurationError `AgentName`, `AgentInstruction`, `AgentSession`, `AgentAction`, `AgentKnowledge`, `AgentModel`,
 * `AgentRegion`
 */
export class PhiAgent extends Construct {
  readonly agent: bedrock.CfnAgent;
  readonly alias: bedrock.CfnAgentAlias;
  readonly role: iam.Role;
  private readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: PhiAgentProps) {
    super(scope, id);
    const { guardrail, encryptionKey, knowledge = [], actions = [], idleSession = IDLE } = props;
    checkAgent(this, { ...props, knowledge, actions, idleSession });
    const model = modelInStack(this, props, { model: 'AgentModel', region: 'AgentRegion' });
    const here = { ...model, regions: [Stack.of(this).region] };
    this.encryptionKey = encryptionKey;
    const { role, permissions } = new AgentRole(this, 'Role', {
      model: here,
      guardrail,
      encryptionKey,
      knowledgeBaseArns: knowledge.map(({ base }) => base.knowledgeBaseArn),
    });
    this.role = role;
    const [foundationModel = ''] = [...profileArns(here, HERE), ...foundationModelArns(here, HERE)];
    const configuration: Omit<bedrock.CfnAgentProps, 'agentName'> = {
      instruction: props.instruction,
      foundationModel,
      agentResourceRoleArn: role.roleArn,
      customerEncryptionKeyArn: encryptionKey.keyArn,
      guardrailConfiguration: {
        guardrailIdentifier: guardrail.guardrail.attrGuardrailId,
        guardrailVersion: guardrail.version.attrVersion,
      },
      idleSessionTtlInSeconds: idleSession.toSeconds(),
      knowledgeBases: knowledge.map(({ base, description }) => ({
        knowledgeBaseId: base.knowledgeBase.attrKnowledgeBaseId,
        knowledgeBaseState: 'ENABLED',
        description,
      })),
      actionGroups: actions.map(actionGroup),
    };
    this.agent = new bedrock.CfnAgent(this, 'Resource', {
      agentName: props.name,
      autoPrepare: true,
      ...configuration,
    });
    this.agent.node.addDependency(permissions);
    const reasons = unconfirmedReasons(actions);
    if (Object.keys(reasons).length > 0) this.agent.addMetadata(UNCONFIRMED_BECAUSE, reasons);
    const digest = createHash('sha256')
      .update(JSON.stringify(Stack.of(this).resolve(configuration)))
      .digest('hex')
      .slice(0, 12);
    // an alias that names no version makes one
    this.alias = new bedrock.CfnAgentAlias(this, `Alias${digest}`, {
      agentId: this.agent.attrAgentId,
      agentAliasName: `configuration-${digest}`,
    });
    for (const action of actions) this.alias.node.addDependency(this.permit(action));
    for (const kept of [this.agent, this.alias])
      kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    Tags.of(this).add(TAGS.dataClass, props.dataClass, { priority: 200 });
  }

  /**
   * Lets somebody talk to this version of the agent.
   * @param endpoint the `bedrock-agent-runtime` interface endpoint
   * @param doors must have an approval of `agents`, with the grantee among its principals: its denial goes before this
   * @throws ConfigurationError `AgentsNotApproved`
   */
  grantInvoke(grantee: iam.IGrantable, endpoint: ec2.IVpcEndpoint, doors: DeniedDoors): iam.Grant {
    if (!doors.isApproved('agents'))
      throw new ConfigurationError(
        this,
        'AgentsNotApproved',
        "agents are denied to everybody, as no guardrail can be demanded of their callers; give DeniedDoors an approval of 'agents' that names the role",
      );
    const invoking = iam.Grant.addToPrincipal({
      grantee,
      actions: ['bedrock:InvokeAgent'],
      resourceArns: [this.alias.attrAgentAliasArn],
      conditions: { StringEquals: { 'aws:SourceVpce': endpoint.vpcEndpointId } },
    });
    // Source: Bedrock user guide, "Encryption of agent resources with customer managed keys"
    const opening = iam.Grant.addToPrincipal({
      grantee,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resourceArns: [this.encryptionKey.keyArn],
      conditions: {
        StringEquals: {
          'kms:ViaService': `bedrock.${Aws.REGION}.amazonaws.com`,
          'kms:EncryptionContext:aws:bedrock:arn': this.agent.attrAgentArn,
        },
      },
    });
    return invoking.combine(opening);
  }

  /** Bedrock may call the function for this agent, and for no other. */
  private permit(action: AgentAction): lambda.CfnPermission {
    return new lambda.CfnPermission(this, `Call${action.name}`, {
      action: 'lambda:InvokeFunction',
      functionName: action.function.functionArn,
      principal: 'bedrock.amazonaws.com',
      sourceArn: this.agent.attrAgentArn,
      sourceAccount: Aws.ACCOUNT_ID,
    });
  }
}
