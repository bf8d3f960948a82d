export { AccessLogBucket, type AccessLogBucketProps } from './audit/access-log-bucket';
export { AlarmTopic, type AlarmTopicProps } from './audit/alarm-topic';
export { AuditWorkgroup, type AuditWorkgroupProps } from './audit/athena/audit-workgroup';
export { LedgerTable, type LedgerTableProps } from './audit/athena/ledger-table';
export { TrailTable, type TrailTableProps } from './audit/athena/trail-table';
export { AuditTrail, type AuditTrailProps } from './audit/audit-trail';
export { LockedBucket, type LockedBucketProps, type ObjectLock } from './audit/locked-bucket';
export { Ledger, type LedgerProps } from './audit/ledger';
export type { LedgerSigner } from './audit/ledger-signer';
export { TamperAudit, type TamperAuditProps } from './audit/tamper-audit';
export type { AgentAction, AgentFunction, AgentParameter } from './bedrock/agents/agent-action';
export type { AgentKnowledge } from './bedrock/agents/check-agent';
export { PhiAgent, type PhiAgentProps } from './bedrock/agents/phi-agent';
export type { Approval, ApprovedModel, GeographicProfile, RetentionNeed } from './bedrock/approved-model';
export type { ApprovedPrompt, PromptReference } from './bedrock/approved-prompt';
export { ApprovedPrompts, type ApprovedPromptsProps } from './bedrock/approved-prompts';
export { DeniedDoors, type DeniedDoorsProps, type UnguardedApproval } from './bedrock/denied-doors';
export type { DeniedDoor, UnguardedCall } from './bedrock/doors';
export { ModelAccess, type ModelAccessProps } from './bedrock/model-access';
export { ModelBoundary, type ModelBoundaryProps } from './bedrock/model-boundary';
export { ModelInvocationRole, type ModelInvocationRoleProps } from './bedrock/model-invocation-role';
export { AccountSetting, type AccountSettingPlace } from './bedrock/account-setting';
export { DataRetentionMode, type DataRetentionModeProps } from './bedrock/data-retention-mode';
export { EnforcedGuardrail, type EnforcedGuardrailProps } from './bedrock/enforced-guardrail';
export { GuardedModels } from './bedrock/guarded-models';
export type { GroundingThresholds } from './bedrock/guardrail-filters';
export type { IdentifierPattern } from './bedrock/guardrail-patterns';
export type { GuardrailCrossRegion } from './bedrock/guardrail-region';
export type { DeniedTopic } from './bedrock/guardrail-topics';
export { type InvocationLogLock } from './bedrock/invocation-log-bucket';
export { InvocationLogging, type InvocationLoggingProps } from './bedrock/invocation-logging';
export type { Chunking, ClassifiedBucket } from './bedrock/knowledge/documents';
export { PhiKnowledgeBase, type PhiKnowledgeBaseProps } from './bedrock/knowledge/phi-knowledge-base';
export {
  PhiSearchCollection,
  type PhiSearchCollectionProps,
} from './bedrock/knowledge/phi-search-collection';
export { PhiVectorIndex, type PhiVectorIndexProps } from './bedrock/knowledge/phi-vector-index';
export type { IVectorStore, OpenedVectorStore } from './bedrock/knowledge/vector-store';
export { PhiGuardrail, type PhiGuardrailProps } from './bedrock/phi-guardrail';
export { UNCOVERED_CALLS, type ClosedBy, type UncoveredCall } from './bedrock/uncovered-calls';
export { UseCaseProfile, type UseCaseProfileProps } from './bedrock/use-case-profile';
export {
  UseCaseProfiles,
  type ProfiledUseCase,
  type UseCaseProfilesProps,
} from './bedrock/use-case-profiles';
export { acknowledgeRule } from './compliance/packs/acknowledge-rule';
export { HipaaAiChecks, type HipaaAiChecksProps } from './compliance/packs/hipaa-ai-checks';
export { parseEligibleServices, type EligibleServices } from './compliance/law/eligible-services-file';
export { parseWaivers, type WaiverFile } from './compliance/waivers/parse-waivers';
export type { DirectUse } from './encryption/key-policy';
export type { IEnvelopeKey } from './encryption/envelope-grants';
export { EnvelopeKey, type EnvelopeKeyProps } from './encryption/envelope-key';
export { EnvelopeKeyReplica, type EnvelopeKeyReplicaProps } from './encryption/envelope-key-replica';
export { GatewayKeys, type GatewayKeysProps } from './encryption/gateway-keys';
export { KeyUseAudit, type KeyUseAuditProps } from './encryption/key-use-audit';
export { MessageUseAudit, type MessageUseAuditProps } from './encryption/message-use-audit';
export { ServiceKey, type ServiceKeyProps } from './encryption/service-key';
export { ServiceKeys, type ServiceKeysProps } from './encryption/service-keys';
export { SigningKey, type SigningKeyProps } from './encryption/signing-key';
export { TenantKeyStore, type TenantKeyStoreProps } from './encryption/tenant-key-store';
export { HipaaAiEnvironment } from './environment/hipaa-ai-environment';
export { Organization, type OrganizationProps } from './environment/organization';
export { parseOrganizationSettings, type OrganizationSettings } from './environment/organization-settings';
export { InvalidSettings, parseSettings, type Settings } from './environment/settings';
export { ConfigurationError } from './errors';
export { AiGateway, type AiGatewayProps } from './gateway/ai-gateway';
export { GatewayAlarms, type GatewayAlarmsProps } from './gateway/gateway-alarms';
export { GatewayBodies, type GatewayBodiesProps } from './gateway/gateway-bodies';
export { GatewayClaims, type GatewayClaimsProps } from './gateway/gateway-claims';
export { GatewayDashboard, type GatewayDashboardProps } from './gateway/gateway-dashboard';
export { GatewayUserPool, type GatewayUserPoolProps } from './gateway/gateway-user-pool';
export { BODY_KIB, GatewayWebAcl, type GatewayWebAclProps } from './gateway/gateway-web-acl';
export type { GatewayGuardrail } from './gateway/gateway-function';
export type { GatewayLedger } from './gateway/gateway-ledger';
export { HumanOversight, type HumanOversightProps } from './gateway/human-oversight';
export type { GatewayPeople, PublicCallers } from './gateway/public-callers';
export {
  PublicGatewayApi,
  type ClientCertificates,
  type PublicGatewayApiProps,
} from './gateway/public-gateway-api';
export { UseCase, type ModelApprovals, type UseCaseProps } from './gateway/use-case';
export type { PublishedPrompt, UseCasePrompt } from './gateway/use-case-prompt';
export type { OrganizationGuardrail } from './governance/bedrock-policy';
export {
  OrganizationGuardrails,
  type OrganizationGuardrailsProps,
} from './governance/organization-guardrails';
export {
  OrganizationPolicy,
  type OrganizationPolicyProps,
  type OrganizationPolicyType,
  type PolicyContent,
  type PolicyDocument,
} from './governance/organization-policy';
export type { TrustedAccount } from './governance/resource-control';
export type { MeshMethod, MeshRoute } from './mesh/bootstrap/mesh-node';
export type { MeshImage } from './mesh/mesh-image';
export { MESH_PORT, MeshService } from './mesh/mesh-service';
export type { AllowFromOptions, MeshServiceProps } from './mesh/mesh-service-props';
export {
  PublishedAnchors,
  type AnchorAccessLogs,
  type PublishedAnchorsProps,
} from './mesh/published-anchors';
export type { IMeshCaller, IMeshDoor, IServiceIdentity } from './mesh/service-identity';
export { ServiceMesh, type ServiceMeshProps } from './mesh/service-mesh';
export { type AddressTarget, type DoorTarget, type FunctionTarget } from './mesh/door-target';
export { MeshDoor, type MeshDoorProps } from './mesh/mesh-door';
export { MeshIdentity, type MeshIdentityProps } from './mesh/mesh-identity';
export { MeshRevocation, type MeshRevocationProps } from './mesh/mesh-revocation';
export { MeshRotation, type MeshRotationProps } from './mesh/mesh-rotation';
export { MeshTrustBundle, type MeshTrustBundleProps } from './mesh/mesh-trust-bundle';
export {
  DOOR_TLS_POLICIES,
  MutualTlsDoor,
  type DoorCertificate,
  type DoorTlsPolicy,
  type MutualTlsDoorProps,
  type StoredObject,
} from './mesh/mutual-tls-door';
export {
  PrivateCertificateAuthority,
  type IPrivateCertificateAuthority,
  type PrivateCertificateAuthorityProps,
} from './mesh/private-certificate-authority';
export type { BusinessAssociate } from './network/business-associate';
export { EgressControl, type EgressControlProps } from './network/egress-control';
export { ExistingNetwork, type ExistingNetworkProps } from './network/existing-network';
export type { INetwork } from './network/network';
export { PrivateEndpoints, type PrivateEndpointsProps } from './network/private-endpoints';
export { PrivateNetwork, type PrivateNetworkProps } from './network/private-network';
export { dnsNamesOf, type PrivateService } from './network/private-service';
export type {
  DataClass,
  DeidentificationRecord,
  ExpertDetermination,
  PromptClass,
  SafeHarborAttestation,
} from './contract/data-class';
export { PUBLIC_AI_AS_OF, PUBLIC_AI_SERVICES, type PublicAiService } from './contract/public-ai-services';
export type { Stage } from './contract/stage';
export { TAGS } from './contract/tags';
export { markDeidentified, markDeidentifies } from './governance/deidentified-data';
export { AgentInterceptor, type AgentInterceptorProps } from './redaction/agent-interceptor';
export { BatchDeidentification, type BatchDeidentificationProps } from './redaction/batch-deidentification';
export type { BatchItems } from './redaction/batch-definition';
export { LogDataProtection, type LogDataProtectionProps } from './redaction/log-data-protection';
export { ObjectRedactionHook, type ObjectRedactionHookProps } from './redaction/object-redaction-hook';
export { PhiBucket, type AccessLogs, type PhiBucketProps } from './redaction/phi-bucket';
export type { PhiFunctionPlace } from './phi-function';
export { QuarantineBucket, type QuarantineBucketProps } from './redaction/quarantine-bucket';
export {
  RedactedDeliveryStream,
  type RedactedDeliveryStreamProps,
} from './redaction/redacted-delivery-stream';
export {
  RedactionFunction,
  type RedactionFunctionProps,
  type Sealing,
  type SealingKey,
} from './redaction/redaction-function';
export type { PurposeName } from './contract/purpose-of-use';
export type { UseCaseManifest } from './contract/use-case';
