// Compiled by `tsc -p .`, never run: each line marked below must not compile, as the type is the guard.
import { Duration, type aws_kms as kms, type aws_logs as logs, type aws_s3 as s3 } from 'aws-cdk-lib';
import type { AccessLogBucket, AccessLogBucketProps } from '../../lib/audit/access-log-bucket';
import type { AlarmTopicProps } from '../../lib/audit/alarm-topic';
import type { AuditTrailProps } from '../../lib/audit/audit-trail';
import type { LedgerProps } from '../../lib/audit/ledger';
import type { LockedBucketProps, ObjectLock } from '../../lib/audit/locked-bucket';
import type { ApprovedPrompt } from '../../lib/bedrock/approved-prompt';
import type { ApprovedPromptsProps } from '../../lib/bedrock/approved-prompts';
import type { DeniedDoorsProps, UnguardedApproval } from '../../lib/bedrock/denied-doors';
import type { EnforcedGuardrailProps } from '../../lib/bedrock/enforced-guardrail';
import type { ModelBoundaryProps } from '../../lib/bedrock/model-boundary';
import type { ModelInvocationRoleProps } from '../../lib/bedrock/model-invocation-role';
import type { PhiGuardrail, PhiGuardrailProps } from '../../lib/bedrock/phi-guardrail';
import type { IEnvelopeKey } from '../../lib/encryption/envelope-grants';
import type { EnvelopeKeyProps } from '../../lib/encryption/envelope-key';
import type { EnvelopeKeyReplicaProps } from '../../lib/encryption/envelope-key-replica';
import type { KeyUseAuditProps } from '../../lib/encryption/key-use-audit';
import type { ServiceKeyProps } from '../../lib/encryption/service-key';
import type { ServiceKeysProps } from '../../lib/encryption/service-keys';
import type { TenantKeyStoreProps } from '../../lib/encryption/tenant-key-store';
import type { AiGatewayProps } from '../../lib/gateway/ai-gateway';
import type { UseCaseProps } from '../../lib/gateway/use-case';
import type { OrganizationGuardrailsProps } from '../../lib/governance/organization-guardrails';
import type { EgressControlProps } from '../../lib/network/egress-control';
import type { PrivateEndpointsProps } from '../../lib/network/private-endpoints';
import type { PrivateNetworkProps } from '../../lib/network/private-network';
import type { BatchDeidentificationProps } from '../../lib/redaction/batch-deidentification';
import type { LogDataProtectionProps } from '../../lib/redaction/log-data-protection';
import type { ObjectRedactionHookProps } from '../../lib/redaction/object-redaction-hook';
import type { QuarantineBucketProps } from '../../lib/redaction/quarantine-bucket';
import type { RedactedDeliveryStreamProps } from '../../lib/redaction/redacted-delivery-stream';
import type { RedactionFunctionProps } from '../../lib/redaction/redaction-function';

declare const key: kms.IKey;
declare const bucket: s3.IBucket;
declare const accessLogs: AccessLogBucket;
declare const logRetention: logs.RetentionDays;
declare const envelopeKey: IEnvelopeKey;
declare const network: PrivateNetworkProps;
declare const endpoints: PrivateEndpointsProps;
declare const egress: EgressControlProps;
declare const trail: AuditTrailProps;
declare const alarms: AlarmTopicProps;
declare const keyUse: KeyUseAuditProps;
declare const role: ModelInvocationRoleProps;
declare const redaction: RedactionFunctionProps;
declare const objects: ObjectRedactionHookProps;
declare const quarantine: QuarantineBucketProps;
declare const batch: BatchDeidentificationProps;
declare const stream: RedactedDeliveryStreamProps;
declare const masks: LogDataProtectionProps;
declare const guardrail: PhiGuardrail;
declare const another: PhiGuardrail;
declare const enforced: EnforcedGuardrailProps;
declare const prompts: ApprovedPromptsProps;
declare const approval: UnguardedApproval;
declare const boundary: ModelBoundaryProps;
declare const gateway: AiGatewayProps;
declare const ledger: LedgerProps;
declare const useCase: UseCaseProps;
declare const organization: OrganizationGuardrailsProps;

const lock: ObjectLock = { days: 2192 };
const locked: LockedBucketProps = { encryptionKey: key, accessLogBucket: accessLogs, lock };
const serviceKey: ServiceKeyProps = { description: 'Invented', services: [] };

export const networkProps: readonly PrivateNetworkProps[] = [
  // @ts-expect-error no NAT gateway can be asked for
  { ...network, natGateways: 1 },
  // @ts-expect-error no internet gateway can be asked for
  { ...network, createInternetGateway: true },
  // @ts-expect-error no public subnet can be asked for
  { ...network, subnetConfiguration: [] },
  // @ts-expect-error the default security group is always emptied
  { ...network, restrictDefaultSecurityGroup: false },
  // @ts-expect-error flow logs cannot be left out
  { ...network, flowLogs: {} },
  // @ts-expect-error zones are named, not looked up
  { ...network, maxAzs: 2 },
  // @ts-expect-error flow logs are encrypted
  { availabilityZones: ['us-east-1a', 'us-east-1b'], logRetention },
];

export const endpointProps: readonly PrivateEndpointsProps[] = [
  // @ts-expect-error an endpoint cannot be opened to the whole VPC
  { ...endpoints, open: true },
  // @ts-expect-error private DNS cannot be turned off
  { ...endpoints, privateDnsEnabled: false },
  // @ts-expect-error the models are always named
  { network: endpoints.network },
];

export const egressProps: readonly EgressControlProps[] = [
  // @ts-expect-error there is no way to turn it off
  { ...egress, mode: 'off' },
  // @ts-expect-error it fails closed
  { ...egress, firewallFailOpen: 'ENABLED' },
  // @ts-expect-error the association is protected
  { ...egress, mutationProtection: 'DISABLED' },
  // @ts-expect-error somebody is told
  { ...egress, alarmTopic: undefined },
  // @ts-expect-error queries are logged
  { ...egress, queryLog: false },
];

export const bucketProps: readonly LockedBucketProps[] = [
  // @ts-expect-error the encryption is always the given key's
  { ...locked, encryption: 'none' },
  // @ts-expect-error public access is always blocked
  { ...locked, blockPublicAccess: {} },
  // @ts-expect-error nothing is public
  { ...locked, publicReadAccess: true },
  // @ts-expect-error TLS is always enforced
  { ...locked, enforceSSL: false },
  // @ts-expect-error versions are always kept
  { ...locked, versioned: false },
  // @ts-expect-error objects are never emptied out
  { ...locked, autoDeleteObjects: true },
  // @ts-expect-error the bucket always outlives its stack
  { ...locked, removalPolicy: 'destroy' },
  // @ts-expect-error the lock cannot be left out
  { encryptionKey: key, accessLogBucket: accessLogs },
  // @ts-expect-error access is always logged
  { encryptionKey: key, lock },
  // @ts-expect-error a replica is encrypted too
  { ...locked, replica: { bucket } },
];

export const accessLogProps: readonly AccessLogBucketProps[] = [
  // @ts-expect-error a locked bucket could not receive access logs
  { retention: Duration.days(2192), objectLockEnabled: true },
  // @ts-expect-error how long logs are kept is always said
  {},
];

export const trailProps: readonly AuditTrailProps[] = [
  // @ts-expect-error the trail always covers every Region
  { ...trail, isMultiRegionTrail: false },
  // @ts-expect-error digests are always validated
  { ...trail, enableFileValidation: false },
  // @ts-expect-error what is recorded cannot be narrowed
  { ...trail, advancedEventSelectors: [] },
  // @ts-expect-error management events cannot be left out
  { ...trail, excludeManagementEventSources: [] },
  // @ts-expect-error the record is kept in a locked bucket
  { ...trail, lockedBucket: bucket },
];

export const keyProps: readonly ServiceKeyProps[] = [
  // @ts-expect-error rotation cannot be turned off
  { ...serviceKey, enableKeyRotation: false },
  // @ts-expect-error the wait before deletion cannot be shortened
  { ...serviceKey, pendingWindow: Duration.days(7) },
  // @ts-expect-error the key always outlives its stack
  { ...serviceKey, removalPolicy: 'destroy' },
  // @ts-expect-error the policy that separates duties cannot be replaced
  { ...serviceKey, policy: {} },
  // @ts-expect-error the key is always AES-256
  { ...serviceKey, keySpec: 'RSA_2048' },
  // @ts-expect-error direct use is told by its encryption context, and never all actions
  { ...serviceKey, directUses: [{ sid: 'All', actions: ['kms:*'], conditions: {} }] },
];

export const alarmTopicProps: readonly AlarmTopicProps[] = [
  // @ts-expect-error the topic is always encrypted under a customer's key
  { ...alarms, encryptionKey: undefined },
  // @ts-expect-error TLS is always enforced
  { ...alarms, enforceSSL: false },
  // @ts-expect-error whoever opens the key to EventBridge says why
  { ...alarms, eventRules: true },
];

export const keyUseProps: readonly KeyUseAuditProps[] = [
  // @ts-expect-error somebody is always told
  { ...keyUse, alarmTopic: undefined },
  // @ts-expect-error what counts as a change cannot be narrowed
  { ...keyUse, changes: [] },
];

export const envelopeKeyProps: readonly EnvelopeKeyProps[] = [
  // @ts-expect-error rotation cannot be turned off
  { enableKeyRotation: false },
  // @ts-expect-error the wait before deletion cannot be shortened
  { pendingWindow: Duration.days(7) },
  // @ts-expect-error the key always outlives its stack
  { removalPolicy: 'destroy' },
  // @ts-expect-error the policy that binds tenants cannot be replaced
  { policy: {} },
  // @ts-expect-error no service uses the key
  { services: ['dynamodb'] },
  // @ts-expect-error the lock-out check of KMS stays on
  { bypassPolicyLockoutSafetyCheck: true },
  // @ts-expect-error the Regions of copies are named
  { multiRegion: true },
  // @ts-expect-error imported material has a reason
  { importedMaterial: true },
];

export const replicaProps: readonly EnvelopeKeyReplicaProps[] = [
  // @ts-expect-error the policy of the copy is that of the key
  { primaryKeyArn: 'invented', policy: {} },
];

export const tenantKeyStoreProps: readonly TenantKeyStoreProps[] = [
  // @ts-expect-error whether lost rows can be had back is always said
  { envelopeKey, encryptionKey: key },
  // @ts-expect-error no recovery has a reason
  { envelopeKey, encryptionKey: key, pointInTimeRecovery: false },
  // @ts-expect-error the table always has a key of its own
  { envelopeKey, pointInTimeRecovery: 'enabled' },
  // @ts-expect-error deletion protection cannot be turned off
  { envelopeKey, encryptionKey: key, pointInTimeRecovery: 'enabled', deletionProtection: false },
  // @ts-expect-error the table always outlives its stack
  { envelopeKey, encryptionKey: key, pointInTimeRecovery: 'enabled', removalPolicy: 'destroy' },
];

export const keysProps: readonly ServiceKeysProps[] = [
  // @ts-expect-error purposes cannot share a key
  { trailName: 'invented', data: key },
];

export const guardrailProps: readonly PhiGuardrailProps[] = [
  // @ts-expect-error filters cannot be weakened
  { name: 'invented', encryptionKey: key, contentPolicyConfig: {} },
  // @ts-expect-error the guardrail is always encrypted under a customer's key
  { name: 'invented' },
  // @ts-expect-error no type of identifier can be left out
  { name: 'phi', encryptionKey: key, piiEntities: [] },
  // @ts-expect-error the Standard tier needs its Regions named
  { name: 'phi', encryptionKey: key, tier: 'STANDARD' },
];

export const enforcedProps: readonly EnforcedGuardrailProps[] = [
  // @ts-expect-error callers' tags are never honoured
  { ...enforced, selectiveContentGuarding: { messages: 'SELECTIVE' } },
  // @ts-expect-error somebody looked at the other callers first
  { ...enforced, approval: undefined },
  // @ts-expect-error nothing is removed without a word
  { ...enforced, removeOnDelete: true },
  // @ts-expect-error the guardrail is ours, with a number
  { ...enforced, guardrail: 'gr-1' },
];

export const promptsProps: readonly ApprovedPromptsProps[] = [
  // @ts-expect-error prompts are encrypted under a customer's key
  { ...prompts, encryptionKey: undefined },
  // @ts-expect-error the class of data is always said
  { ...prompts, dataClass: undefined },
];

// @ts-expect-error no prompt without an approval
export const prompt: ApprovedPrompt = { name: 'a', modelId: 'b', text: 'c' };

// @ts-expect-error variables have names, and no values
export const variables: ApprovedPrompt['variables'] = [{ name: 'note', default: 'text' }];

export const roleProps: readonly ModelInvocationRoleProps[] = [
  // @ts-expect-error nothing is added to what the role may do
  { ...role, managedPolicies: [] },
  // @ts-expect-error nothing is added to what the role may do
  { ...role, inlinePolicies: {} },
  // @ts-expect-error the guardrail is ours, with a number
  { ...role, guardrail: 'gr-1' },
];

export const redactionProps: readonly RedactionFunctionProps[] = [
  // @ts-expect-error a dead-letter queue would keep PHI
  { ...redaction, deadLetterQueueEnabled: true },
  // @ts-expect-error a failure destination would keep PHI
  { ...redaction, onFailure: {} },
  // @ts-expect-error traces could carry PHI
  { ...redaction, tracing: 'Active' },
  // @ts-expect-error the environment is always encrypted
  { ...redaction, encryptionKey: undefined },
  // @ts-expect-error nothing else is put in the environment
  { ...redaction, environment: {} },
  // @ts-expect-error the role is the construct's own
  { ...redaction, role: {} },
  // @ts-expect-error the function cannot leave the VPC
  { ...redaction, vpc: undefined },
];

export const objectProps: readonly ObjectRedactionHookProps[] = [
  // @ts-expect-error somebody is always told
  { ...objects, alarmTopic: undefined },
  // @ts-expect-error what fails is always quarantined
  { ...objects, quarantine: undefined },
  // @ts-expect-error the bucket of copies is the construct's own
  { ...objects, redacted: bucket },
  // @ts-expect-error copies are never said to be de-identified
  { ...objects, dataClass: 'DEIDENTIFIED' },
  // @ts-expect-error the role is the construct's own
  { ...objects, role: {} },
];

export const quarantineProps: readonly QuarantineBucketProps[] = [
  // @ts-expect-error the quarantine is always encrypted
  { ...quarantine, encryptionKey: undefined },
  // @ts-expect-error what expires is not kept
  { ...quarantine, lifecycleRules: [] },
];

export const batchProps: readonly BatchDeidentificationProps[] = [
  // @ts-expect-error execution data is never logged
  { ...batch, includeExecutionData: true },
  // @ts-expect-error the history is always encrypted under a customer's key
  { ...batch, encryptionConfiguration: {} },
  // @ts-expect-error the definition is the construct's own
  { ...batch, definition: {} },
];

export const streamProps: readonly RedactedDeliveryStreamProps[] = [
  // @ts-expect-error every record passes the function
  { ...stream, processors: [] },
  // @ts-expect-error originals are not kept beside
  { ...stream, s3Backup: {} },
  // @ts-expect-error what failed stays under its prefix
  { ...stream, errorOutputPrefix: 'redacted/' },
];

export const maskProps: readonly LogDataProtectionProps[] = [
  // @ts-expect-error what is masked cannot be narrowed
  { ...masks, identifiers: [] },
];

// @ts-expect-error the version cannot be swapped
guardrail.version = another.version;
// @ts-expect-error the lock cannot be changed after the fact
lock.days = 1;

export const doorProps: readonly DeniedDoorsProps[] = [
  // @ts-expect-error the other endpoint has no approval: no log sees it and no guardrail can be demanded
  { approvals: [{ ...approval, calls: 'mantle' }] },
  // @ts-expect-error bearer keys have no approval
  { approvals: [{ ...approval, calls: 'bearer-keys' }] },
  // @ts-expect-error an approval says who gave it
  { approvals: [{ calls: 'agents', principals: [], on: '2026-06-01', record: 'MB-14' }] },
];

export const boundaryProps: readonly ModelBoundaryProps[] = [
  // @ts-expect-error the guardrail cannot be left out
  { ...boundary, guardrail: undefined },
  // @ts-expect-error the closed doors cannot be left out
  { ...boundary, doors: undefined },
];

export const organizationProps: readonly OrganizationGuardrailsProps[] = [
  // @ts-expect-error the approved models cannot be left out
  { ...organization, models: undefined },
  // @ts-expect-error nobody is opted in again
  { ...organization, aiServices: 'optIn' },
  // @ts-expect-error a trusted account has a reason
  { ...organization, trustedAccounts: [{ account: '444455556666' }] },
];

export const gatewayProps: readonly AiGatewayProps[] = [
  // @ts-expect-error there is no function URL, as those are public
  { ...gateway, functionUrl: {} },
  // @ts-expect-error the API is private
  { ...gateway, endpointType: 'REGIONAL' },
  // @ts-expect-error no call goes past the guardrail
  { ...gateway, guardrail: undefined },
  // @ts-expect-error no answer goes past the ledger
  { ...gateway, ledger: undefined },
  // @ts-expect-error an answer with an identifier that nobody sent is never let through as it is
  { ...gateway, onLeak: 'allow' },
  // @ts-expect-error what callers send is never in the execution log
  { ...gateway, dataTraceEnabled: true },
];

export const ledgerProps: readonly LedgerProps[] = [
  // @ts-expect-error records are locked, so a plain bucket will not do
  { ...ledger, lockedBucket: bucket },
  // @ts-expect-error every close is signed
  { ...ledger, signer: undefined },
  // @ts-expect-error the secret of digests is under a key of the customer
  { ...ledger, secretKey: undefined },
  // @ts-expect-error the sealer cannot be left out
  { ...ledger, sealer: false },
];

export const useCaseProps: readonly UseCaseProps[] = [
  // @ts-expect-error a use case has a model
  { ...useCase, models: [] },
  // @ts-expect-error a prompt says where it was approved
  { ...useCase, prompts: [{ id: 'summary', version: 1, text: 'Summarize' }] },
  // @ts-expect-error redaction cannot be left out
  { ...useCase, redaction: undefined },
  // @ts-expect-error a limited data set names its agreement
  { ...useCase, redaction: { profile: 'limited-data-set' } },
  // @ts-expect-error somebody answers for it
  { ...useCase, owner: undefined },
  // @ts-expect-error what may not reach a model is not narrowed by a pattern
  { ...useCase, fields: '*' },
];
