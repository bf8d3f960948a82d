import { aws_iam as iam, aws_kms as kms, aws_logs as logs, type Stack } from 'aws-cdk-lib';
import { DeniedDoors } from '../../../lib/bedrock/denied-doors';
import { ModelAccess } from '../../../lib/bedrock/model-access';
import { ModelBoundary } from '../../../lib/bedrock/model-boundary';
import { ModelInvocationRole } from '../../../lib/bedrock/model-invocation-role';
import { PhiGuardrail } from '../../../lib/bedrock/phi-guardrail';
import { ServiceKey } from '../../../lib/encryption/service-key';
import { OrganizationGuardrails } from '../../../lib/governance/organization-guardrails';
import { PrivateEndpoints } from '../../../lib/network/private-endpoints';
import { PrivateNetwork } from '../../../lib/network/private-network';
import { ALLOWED_REGIONS, KEEPER, LITE, PRO, TODAY } from '../../bedrock/approved-models';
import { testStack } from '../../support/synthesize';

/** All constructs that govern models, in one stack: a gateway's role, a team's role under the boundary, and an unbound role. */
export function governedStack(parts: { readonly organization: boolean }): Stack {
  const stack = testStack();
  const access = new ModelAccess(stack, 'Models', {
    models: [LITE, PRO, KEEPER],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
  const doors = new DeniedDoors(stack, 'Doors');
  const encryptionKey = new ServiceKey(stack, 'Key', {
    description: 'The guardrail',
    services: ['bedrock'],
  }).key;
  const guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'invented', encryptionKey });
  const network = new PrivateNetwork(stack, 'Network', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
  });
  const modelArns = access.arns('PHI');
  const { bedrockRuntime: endpoint } = new PrivateEndpoints(stack, 'Endpoints', { network, modelArns });
  const assumedBy = new iam.ServicePrincipal('lambda.amazonaws.com');
  new ModelInvocationRole(stack, 'Gateway', { assumedBy, access, dataClass: 'PHI', guardrail, endpoint });
  const boundary = new ModelBoundary(stack, 'Boundary', {
    access,
    dataClass: 'PHI',
    guardrail,
    doors,
    maximum: [
      new iam.PolicyStatement({
        sid: 'OpenTheGuardrail',
        actions: ['kms:Decrypt'],
        resources: [encryptionKey.keyArn],
      }),
    ],
  });
  const everything = () => new iam.PolicyStatement({ actions: ['*'], resources: ['*'] });
  const team = new iam.Role(stack, 'Team', { assumedBy });
  team.addToPolicy(everything());
  boundary.boundAll(team);
  new iam.Role(stack, 'Unbound', { assumedBy }).addToPolicy(everything());
  new iam.Role(stack, 'Bystander', { assumedBy }).addToPolicy(
    new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }),
  );
  if (parts.organization)
    new OrganizationGuardrails(stack, 'Organization', {
      organizationId: 'o-invented123',
      targetIds: ['ou-root-11112222'],
      allowedRegions: ALLOWED_REGIONS,
      doors: doors.statements(),
      models: access.organizationStatements(),
    });
  return stack;
}
