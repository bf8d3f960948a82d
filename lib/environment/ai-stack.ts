import { aws_iam as iam, CfnOutput, Stack, Tags, type aws_sns as sns, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DeniedDoors } from '../bedrock/denied-doors';
import { EnforcedGuardrail } from '../bedrock/enforced-guardrail';
import type { ModelAccess } from '../bedrock/model-access';
import { ModelBoundary } from '../bedrock/model-boundary';
import { ModelInvocationRole } from '../bedrock/model-invocation-role';
import { PhiGuardrail } from '../bedrock/phi-guardrail';
import { TAGS } from '../contract/tags';
import type { EnvelopeKey } from '../encryption/envelope-key';
import { MessageUseAudit } from '../encryption/message-use-audit';
import type { ServiceKeys } from '../encryption/service-keys';
import { RedactionFunction } from '../redaction/redaction-function';
import { doorGroupName } from './door-group-name';
import { LOG_RETENTION } from './log-retention';
import { callerIdsOf, meshOf } from './mesh-settings';
import type { NetworkStack } from './network-stack';
import type { Settings } from './settings';

export interface AiStackProps extends StackProps {
  readonly settings: Settings;
  readonly keys: ServiceKeys;
  readonly envelopeKey: EnvelopeKey;
  readonly models: ModelAccess;
  readonly doors: DeniedDoors;
  readonly network: NetworkStack;
  /** Told when something that runs here fails. */
  readonly alarmTopic: sns.ITopic;
}

/** What runs: the guardrail, the role that may ask models, and the function that redacts what they are asked. */
export class AiStack extends Stack {
  readonly guardrail: PhiGuardrail;
  readonly modelInvocation: ModelInvocationRole;
  /** For every role that applications add to call models. */
  readonly boundary: ModelBoundary;
  readonly redaction: RedactionFunction;

  constructor(
    scope: Construct,
    id: string,
    { settings, keys, envelopeKey, models, doors, network, alarmTopic, ...props }: AiStackProps,
  ) {
    super(scope, id, props);
    const { dataClass } = settings;
    this.guardrail = new PhiGuardrail(this, 'Guardrail', {
      name: `hipaa-ai-${settings.environment}`,
      encryptionKey: keys.data.key,
    });
    this.modelInvocation = new ModelInvocationRole(this, 'ModelInvocation', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      access: models,
      dataClass,
      guardrail: this.guardrail,
      endpoint: network.endpoints.bedrockRuntime,
    });
    this.boundary = new ModelBoundary(this, 'ModelBoundary', {
      access: models,
      dataClass,
      guardrail: this.guardrail,
      doors,
      maximum: [this.guardrail.openStatement()],
    });
    this.boundary.boundAll(this.modelInvocation);
    const { enforcedGuardrail } = settings.bedrock;
    if (enforcedGuardrail)
      new EnforcedGuardrail(this, 'Enforced', {
        guardrail: this.guardrail,
        functionKey: keys.data.key,
        logKey: keys.logs.key,
        logRetention: LOG_RETENTION,
        alarmTopic,
        ...enforcedGuardrail,
      });
    const { reservedConcurrency, maxTextLength } = settings.redaction;
    const callers = callerIdsOf(meshOf(settings), 'redaction');
    this.redaction = new RedactionFunction(this, 'Redaction', {
      vpc: network.network.vpc,
      securityGroup: network.network.workloadSecurityGroup,
      encryptionKey: keys.data.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      alarmTopic,
      maxTextLength,
      sealing: { key: envelopeKey, tenant: settings.tenant ?? settings.environment },
      ...(callers.length > 0
        ? { door: { targetGroupName: doorGroupName(settings.environment, 'redaction'), callers } }
        : {}),
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    });
    new MessageUseAudit(this, 'MessageUse', {
      logGroups: { Redaction: this.redaction.logGroup },
      alarmTopic,
    });
    Tags.of(this).add(TAGS.dataClass, dataClass);
    new CfnOutput(this, 'RedactionFunctionName', { value: this.redaction.function.functionName });
    new CfnOutput(this, 'ModelInvocationRoleArn', { value: this.modelInvocation.role.roleArn });
    new CfnOutput(this, 'ModelBoundaryArn', { value: this.boundary.policy.managedPolicyArn });
    new CfnOutput(this, 'GuardrailIdentifier', { value: this.guardrail.identifier });
  }
}
