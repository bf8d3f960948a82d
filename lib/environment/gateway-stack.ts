import { aws_iam as iam, CfnOutput, Stack, Tags, type aws_sns as sns, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AccessLogBucket } from '../audit/access-log-bucket';
import type { AuditWorkgroup } from '../audit/athena/audit-workgroup';
import { LedgerTable } from '../audit/athena/ledger-table';
import { Ledger } from '../audit/ledger';
import { LockedBucket } from '../audit/locked-bucket';
import type { ModelAccess } from '../bedrock/model-access';
import { UseCaseProfiles } from '../bedrock/use-case-profiles';
import { TAGS } from '../contract/tags';
import type { GatewayKeys } from '../encryption/gateway-keys';
import type { ServiceKeys } from '../encryption/service-keys';
import { AiGateway } from '../gateway/ai-gateway';
import { GatewayAlarms } from '../gateway/gateway-alarms';
import { GatewayBodies } from '../gateway/gateway-bodies';
import { GatewayDashboard } from '../gateway/gateway-dashboard';
import { HumanOversight } from '../gateway/human-oversight';
import { UseCase } from '../gateway/use-case';
import { PhiBucket } from '../redaction/phi-bucket';
import type { AiStack } from './ai-stack';
import { doorGroupName } from './door-group-name';
import { LOG_RETENTION } from './log-retention';
import { callersOf, meshOf } from './mesh-settings';
import type { NetworkStack } from './network-stack';
import type { Settings } from './settings';
import { oversightName, waitsForPeople } from './use-case-settings';

export interface GatewayStackProps extends StackProps {
  readonly settings: Settings;
  readonly gateway: NonNullable<Settings['gateway']>;
  readonly keys: ServiceKeys;
  readonly gatewayKeys: GatewayKeys;
  readonly accessLogs: AccessLogBucket;
  readonly workgroup: AuditWorkgroup;
  readonly models: ModelAccess;
  readonly network: NetworkStack;
  readonly ai: AiStack;
  readonly alarmTopic: sns.ITopic;
}

/** The gateway, the ledger it writes, and what it keeps. Taking the stack away leaves both buckets in place. */
export class GatewayStack extends Stack {
  readonly ledger: Ledger;
  readonly gateway: AiGateway;

  constructor(scope: Construct, id: string, props: GatewayStackProps) {
    const {
      settings,
      gateway,
      keys,
      gatewayKeys,
      accessLogs,
      workgroup,
      models,
      network,
      ai,
      alarmTopic,
      ...rest
    } = props;
    super(scope, id, rest);
    const { lockDays, compliance } = settings.audit;
    const place = {
      vpc: network.network.vpc,
      securityGroup: network.network.workloadSecurityGroup,
      encryptionKey: keys.data.key,
      logKey: keys.logs.key,
      logRetention: LOG_RETENTION,
      alarmTopic,
    };
    const lockedBucket = new LockedBucket(this, 'Records', {
      encryptionKey: keys.audit.key,
      accessLogBucket: accessLogs,
      bucketKeyEnabled: true,
      lock: { days: lockDays, compliance },
    });
    this.ledger = new Ledger(this, 'Ledger', {
      ...place,
      lockedBucket,
      bucketKey: keys.audit.key,
      signer: gatewayKeys.ledgerSigning,
      secretKey: keys.data.key,
    });
    new LedgerTable(this, 'LedgerTable', { workgroup, lockedBucket, bucketKey: keys.audit.key });
    Tags.of(lockedBucket).add(TAGS.dataClass, 'AUDIT', { priority: 200 });
    const useCases = gateway.useCases.map(
      ({ minimumGrounding, ...each }) =>
        new UseCase(this, `UseCase-${each.useCase}`, {
          ...each,
          access: models,
          ...(minimumGrounding === undefined ? {} : { minimumGrounding }),
        }),
    );
    const { bucket } = new PhiBucket(this, 'Bodies', {
      encryptionKey: gatewayKeys.bodies.key,
      accessLogs,
      dataClass: settings.dataClass,
    });
    const bodies = new GatewayBodies(this, 'Keeping', {
      bucket,
      encryptionKey: gatewayKeys.bodies.key,
      retentionDays: useCases.map(({ manifest }) => manifest.bodyRetentionDays),
    });
    const oversight = waitsForPeople(gateway)
      ? new HumanOversight(this, 'Oversight', {
          ...place,
          stateMachineName: oversightName(settings.environment),
          bodies,
          // subscribers take messages for approvers, or leave them, by the attribute `event`
          approversTopic: alarmTopic,
        })
      : undefined;
    const profiles = gateway.inferenceProfiles
      ? new UseCaseProfiles(this, 'Profiles', { useCases, access: models })
      : undefined;
    this.gateway = new AiGateway(this, 'Gateway', {
      ...place,
      useCases,
      guardrail: {
        id: ai.guardrail.guardrail.attrGuardrailId,
        version: ai.guardrail.version.attrVersion,
      },
      ...(profiles
        ? {
            modelStatements: ai.modelInvocation.statementsThrough(profiles),
            modelProfiles: profiles.arns,
          }
        : { modelStatements: ai.modelInvocation.statements }),
      bodies,
      ledger: this.ledger,
      ...(oversight ? { oversight } : {}),
      apiEndpoint: network.endpoints.executeApi,
      onLeak: gateway.onLeak,
      consumers: Object.fromEntries(
        Object.entries(gateway.consumers).map(([name, arn]) => [
          name,
          iam.Role.fromRoleArn(this, `Consumer-${name}`, arn),
        ]),
      ),
      ...(callersOf(meshOf(settings), 'gateway').length > 0
        ? { loadBalancer: { targetGroupName: doorGroupName(settings.environment, 'gateway') } }
        : {}),
      ...(gateway.provisionedConcurrency === undefined
        ? {}
        : { provisionedConcurrency: gateway.provisionedConcurrency }),
    });
    new GatewayDashboard(this, 'Dashboard', {
      name: `hipaa-ai-gateway-${settings.environment}`,
      useCases: useCases.map(({ manifest }) => manifest.id),
    });
    new GatewayAlarms(this, 'Unusual', {
      logGroups: { Whole: this.gateway.whole.logGroup, Streaming: this.gateway.streaming.logGroup },
      alarmTopic,
    });
    Tags.of(this).add(TAGS.dataClass, settings.dataClass);
    new CfnOutput(this, 'GatewayApiUrl', { value: this.gateway.api.api.url });
    new CfnOutput(this, 'LedgerBucketName', { value: lockedBucket.bucket.bucketName });
  }
}
