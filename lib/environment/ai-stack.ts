import { aws_iam as iam, CfnOutput, Stack, Tags, type aws_sns as sns, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ModelInvocationRole } from '../bedrock/model-invocation-role';
import { PhiGuardrail } from '../bedrock/phi-guardrail';
import { TAGS } from '../contract/tags';
import type { EnvelopeKey } from '../encryption/envelope-key';
import { MessageUseAudit } from '../encryption/message-use-audit';
import type { ServiceKeys } from '../encryption/service-keys';
import { RedactionFunction } from '../redaction/redaction-function';
import { LOG_RETENTION } from './log-retention';
import { modelArns } from './model-arns';
import type { NetworkStack } from './network-stack';
import type { Settings } from './settings';

export interface AiStackProps extends StackProps {
  readonly settings: Settings;
  readonly keys: ServiceKeys;
  readonly envelopeKey: EnvelopeKey;
  readonly network: NetworkStack;
  /** Told when something that runs here fails. */
  readonly alarmTopic: sns.ITopic;
}

/** What runs: the guardrail, the role that may ask models, and the function that redacts what they are asked. */
export class AiStack extends Stack {
  readonly guardrail: PhiGuardrail;
  readonly modelInvocation: ModelInvocationRole;
  readonly redaction: RedactionFunction;

  constructor(
    scope: Construct,
    id: string,
    { settings, keys, envelopeKey, network, alarmTopic, ...props }: AiStackProps,
  ) {
    super(scope, id, props);
    this.guardrail = new PhiGuardrail(this, 'Guardrail', {
      name: `hipaa-ai-${settings.environment}`,
      encryptionKey: keys.data.key,
    });
    this.modelInvocation = new ModelInvocationRole(this, 'ModelInvocation', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      modelArns: modelArns(settings),
      guardrail: this.guardrail,
      encryptionKey: keys.data.key,
      endpoint: network.endpoints.bedrockRuntime,
    });
    const { reservedConcurrency, maxTextLength } = settings.redaction;
    this.redaction = new RedactionFunction(this, 'Redaction', {
      vpc: network.network.vpc,
      securityGroup: network.network.workloadSecurityGroup,
      encryptionKey: keys.data.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      alarmTopic,
      maxTextLength,
      sealing: { key: envelopeKey, tenant: settings.tenant ?? settings.environment },
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    });
    new MessageUseAudit(this, 'MessageUse', {
      logGroups: { Redaction: this.redaction.logGroup },
      alarmTopic,
    });
    Tags.of(this).add(TAGS.dataClass, 'PHI');
    new CfnOutput(this, 'RedactionFunctionName', { value: this.redaction.function.functionName });
    new CfnOutput(this, 'ModelInvocationRoleArn', { value: this.modelInvocation.role.roleArn });
    new CfnOutput(this, 'GuardrailIdentifier', { value: this.guardrail.identifier });
  }
}
