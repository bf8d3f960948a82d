import { aws_ec2 as ec2, aws_iam as iam, Tags, type Stack } from 'aws-cdk-lib';
import { Ledger } from '../../lib/audit/ledger';
import { LockedBucket } from '../../lib/audit/locked-bucket';
import { ModelAccess } from '../../lib/bedrock/model-access';
import { ModelInvocationRole } from '../../lib/bedrock/model-invocation-role';
import { PhiGuardrail } from '../../lib/bedrock/phi-guardrail';
import { TAGS } from '../../lib/contract/tags';
import { GatewayKeys } from '../../lib/encryption/gateway-keys';
import type { AiGatewayProps } from '../../lib/gateway/ai-gateway';
import { GatewayBodies } from '../../lib/gateway/gateway-bodies';
import { UseCase, type UseCaseProps } from '../../lib/gateway/use-case';
import { PhiBucket } from '../../lib/redaction/phi-bucket';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from '../bedrock/approved-models';
import { hookPlace } from '../support/hook-place';

export const ENDPOINT = 'vpce-0123456789abcdef0';

/** A use case that nothing is wrong with. */
export const SUMMARY = {
  useCase: 'discharge-summary',
  version: 3,
  dataClass: 'PHI',
  purposes: ['treatment'],
  callers: ['arn:aws:iam::111122223333:role/Discharge'],
  fields: ['name', 'note'],
  fullRecordJustifications: [],
  prompts: [{ id: 'summary', version: 2, text: 'Summarize {{note}} für {{name}}.', approval: 'PB-7' }],
  freeText: false,
  models: ['amazon.nova-pro-v1:0', 'amazon.nova-lite-v1:0'],
  redaction: { profile: 'safe-harbor' },
  reidentifiers: [],
  maxOutputTokens: 1000,
  maxInputLength: 20_000,
  requiresHumanApproval: false,
  bodyRetentionDays: 90,
  requestsPerMinute: 90,
  owner: 'clinical-documentation',
  riskAnalysisId: 'RA-7',
} as const satisfies Omit<UseCaseProps, 'access'>;

/** One whose answers wait for a second person. */
export const LETTER = {
  ...SUMMARY,
  useCase: 'patient-letter',
  requiresHumanApproval: true,
  approvers: ['arn:aws:iam::111122223333:role/Reviewers'],
  bodyRetentionDays: 30,
  requestsPerMinute: 6,
} as const satisfies Omit<UseCaseProps, 'access'>;

export function modelsOf(stack: Stack): ModelAccess {
  return new ModelAccess(stack, 'Models', {
    models: [LITE, PRO, KEEPER],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
}

/** A locked bucket of records with what the ledger needs. */
export function ledgerPlace(stack: Stack) {
  const around = hookPlace(stack);
  const gatewayKeys = new GatewayKeys(stack, 'GatewayKeys', { signingRotateBy: '2027-10-31' });
  const recordsKey = around.redactedKey;
  const lockedBucket = new LockedBucket(stack, 'Records', {
    encryptionKey: recordsKey,
    accessLogBucket: around.accessLogs,
    bucketKeyEnabled: true,
    lock: { days: 2192 },
  });
  const props = {
    ...around.place,
    lockedBucket,
    bucketKey: recordsKey,
    signer: gatewayKeys.ledgerSigning,
    secretKey: around.place.encryptionKey,
  };
  return { ...around, gatewayKeys, lockedBucket, props };
}

/** All that an `AiGateway` is given, in one stack, as the reference environment has it in several. */
export function gatewayPlace(
  stack: Stack,
  useCases: readonly Omit<UseCaseProps, 'access'>[] = [SUMMARY, LETTER],
) {
  const around = ledgerPlace(stack);
  const { place, gatewayKeys, accessLogs } = around;
  const ledger = new Ledger(stack, 'Ledger', around.props);
  Tags.of(around.lockedBucket).add(TAGS.dataClass, 'AUDIT', { priority: 200 });
  const access = modelsOf(stack);
  const apiEndpoint = ec2.InterfaceVpcEndpoint.fromInterfaceVpcEndpointAttributes(stack, 'Endpoint', {
    vpcEndpointId: ENDPOINT,
    port: 443,
  });
  const guardrail = new PhiGuardrail(stack, 'Guardrail', {
    name: 'invented',
    encryptionKey: place.encryptionKey,
  });
  const { statements } = new ModelInvocationRole(stack, 'ModelInvocation', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    access,
    dataClass: 'PHI',
    guardrail,
    endpoint: apiEndpoint,
  });
  const made = useCases.map((each) => new UseCase(stack, `UseCase-${each.useCase}`, { ...each, access }));
  const { bucket } = new PhiBucket(stack, 'Bodies', {
    encryptionKey: gatewayKeys.bodies.key,
    accessLogs,
    dataClass: 'PHI',
  });
  const bodies = new GatewayBodies(stack, 'Keeping', {
    bucket,
    encryptionKey: gatewayKeys.bodies.key,
    retentionDays: made.map(({ manifest }) => manifest.bodyRetentionDays),
  });
  const props: AiGatewayProps = {
    ...place,
    useCases: made,
    guardrail: { id: guardrail.guardrail.attrGuardrailId, version: guardrail.version.attrVersion },
    modelStatements: statements,
    bodies,
    ledger,
    apiEndpoint,
  };
  return { ...around, ledger, bodies, access, props };
}
