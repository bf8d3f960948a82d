import {
  aws_bedrock as bedrock,
  aws_iam as iam,
  aws_ram as ram,
  Duration,
  RemovalPolicy,
  Tags,
  type aws_ec2 as ec2,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AccessLogBucket } from '../../../lib/audit/access-log-bucket';
import type { AccountSettingPlace } from '../../../lib/bedrock/account-setting';
import { DataRetentionMode } from '../../../lib/bedrock/data-retention-mode';
import { InvocationLogging } from '../../../lib/bedrock/invocation-logging';
import { ModelAccess } from '../../../lib/bedrock/model-access';
import { ModelInvocationRole } from '../../../lib/bedrock/model-invocation-role';
import { PhiGuardrail } from '../../../lib/bedrock/phi-guardrail';
import { UseCaseProfile } from '../../../lib/bedrock/use-case-profile';
import { TAGS } from '../../../lib/contract/tags';
import { ServiceKey } from '../../../lib/encryption/service-key';
import type { ServiceKeys } from '../../../lib/encryption/service-keys';
import { ALLOWED_REGIONS, LITE, PRO, TODAY } from '../approved-models';

interface EstateModelsProps {
  readonly keys: ServiceKeys;
  readonly place: AccountSettingPlace;
  readonly endpoint: ec2.IVpcEndpoint;
}

/** Policies of the administrator of models. */
export type Look = 'keys' | 'mantle' | 'imports' | 'copies';

/** Who may call which model, under which guardrail, with which record. */
export class EstateModels extends Construct {
  readonly guardrail: PhiGuardrail;
  readonly enforced: bedrock.CfnEnforcedGuardrailConfiguration;
  readonly guardrailPolicy: bedrock.CfnResourcePolicy;
  readonly invocation: ModelInvocationRole;
  readonly useCase: UseCaseProfile;
  readonly share: ram.CfnResourceShare;
  readonly administration: Readonly<Record<Look, iam.ManagedPolicy>>;
  readonly encryptionKeyArn: string;
  readonly invocationLogGroupArn: string;
  readonly accessLogs: AccessLogBucket;

  constructor(scope: Construct, id: string, props: EstateModelsProps) {
    super(scope, id);
    const { keys, place, endpoint } = props;
    const encryptionKey = keys.data.key;
    this.encryptionKeyArn = encryptionKey.keyArn;
    new DataRetentionMode(this, 'DataRetention', { ...place, regions: ['us-east-1'] });
    this.accessLogs = new AccessLogBucket(this, 'AccessLogs', { retention: Duration.days(2192) });
    Tags.of(this.accessLogs).add(TAGS.dataClass, 'LOG');
    const logging = new InvocationLogging(this, 'InvocationLogging', {
      ...place,
      encryptionKey: new ServiceKey(this, 'PromptKey', { description: 'Prompts', services: ['s3', 'logs'] })
        .key,
      accessLogs: this.accessLogs,
      lock: { days: 30 },
    });
    this.invocationLogGroupArn = logging.logGroup.logGroupArn;
    this.guardrail = new PhiGuardrail(this, 'Guardrail', {
      name: 'estate',
      encryptionKey,
      grounding: { grounding: 0.8, relevance: 0.8 },
    });
    const { attrGuardrailArn } = this.guardrail.guardrail;
    this.enforced = new bedrock.CfnEnforcedGuardrailConfiguration(this, 'Enforced', {
      guardrailIdentifier: attrGuardrailArn,
      guardrailVersion: this.guardrail.version.attrVersion,
      selectiveContentGuarding: { messages: 'COMPREHENSIVE', system: 'COMPREHENSIVE' },
    });
    this.enforced.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const access = new ModelAccess(this, 'Access', {
      models: [LITE, PRO],
      allowedRegions: ALLOWED_REGIONS,
      today: TODAY,
    });
    this.invocation = new ModelInvocationRole(this, 'Invocation', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      access,
      dataClass: 'PHI',
      guardrail: this.guardrail,
      endpoint,
    });
    this.guardrailPolicy = new bedrock.CfnResourcePolicy(this, 'GuardrailPolicy', {
      resourceArn: attrGuardrailArn,
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: this.invocation.role.roleArn },
            Action: 'bedrock:ApplyGuardrail',
            Resource: attrGuardrailArn,
          },
        ],
      },
    });
    this.useCase = new UseCaseProfile(this, 'Summaries', {
      useCase: 'discharge-summaries',
      access,
      modelId: PRO.modelId,
      dataClass: 'PHI',
    });
    this.share = new ram.CfnResourceShare(this, 'Share', {
      name: 'trained-models',
      allowExternalPrincipals: false,
      resourceArns: [
        'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0/abcdefgh1234',
      ],
    });
    this.administration = this.#administration();
  }

  /** What people who look after models may do: to look. Each policy may become a fault of its own. */
  #administration(): Readonly<Record<Look, iam.ManagedPolicy>> {
    const roles = [
      new iam.Role(this, 'Administrator', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
    ];
    const look = (id: string) =>
      new iam.ManagedPolicy(this, id, {
        roles,
        statements: [
          new iam.PolicyStatement({
            actions: ['bedrock:GetGuardrail'],
            resources: [this.guardrail.guardrail.attrGuardrailArn],
          }),
        ],
      });
    return { keys: look('Keys'), mantle: look('Mantle'), imports: look('Imports'), copies: look('Copies') };
  }
}
