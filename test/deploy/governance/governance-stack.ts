import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import { DeniedDoors } from '../../../lib/bedrock/denied-doors';
import { ModelAccess } from '../../../lib/bedrock/model-access';
import { ModelBoundary } from '../../../lib/bedrock/model-boundary';
import { PhiGuardrail } from '../../../lib/bedrock/phi-guardrail';
import { UseCaseProfile } from '../../../lib/bedrock/use-case-profile';
import { ServiceKeys } from '../../../lib/encryption/service-keys';
import { OrganizationGuardrails } from '../../../lib/governance/organization-guardrails';
import { ALLOWED_REGIONS, LITE, TODAY } from '../../bedrock/approved-models';
import { testApp } from '../../support/synthesize';
import { ACCOUNT, REGION } from '../support/emulator';

export const STACK = 'Governance';
export const USE_CASE = 'discharge-summaries';

/**
 * The governance of models that the environment does not hold by itself, in the cloud assembly of `directory`: what a role
 * may do at most, a use case, and what no account of the organization can undo.
 * @param targetId where the policies of the organization are attached
 */
export function synthesizeGovernance(directory: string, targetId: string): void {
  const app = testApp(directory);
  const stack = new Stack(app, STACK, { env: { account: ACCOUNT, region: REGION } });
  const encryptionKey = new ServiceKeys(stack, 'Keys', { trailName: 'governance' }).data.key;
  const access = new ModelAccess(stack, 'Models', {
    models: [LITE],
    allowedRegions: ALLOWED_REGIONS,
    today: TODAY,
  });
  const guardrail = new PhiGuardrail(stack, 'Guardrail', { name: 'governance', encryptionKey });
  new UseCaseProfile(stack, 'Summaries', {
    useCase: USE_CASE,
    access,
    modelId: LITE.modelId,
    dataClass: 'PHI',
  });
  const doors = new DeniedDoors(stack, 'Doors');
  const boundary = new ModelBoundary(stack, 'Boundary', {
    access,
    dataClass: 'PHI',
    guardrail,
    doors,
    maximum: [new iam.PolicyStatement({ actions: ['logs:DescribeLogGroups'], resources: ['*'] })],
  });
  const worker = new iam.Role(stack, 'Worker', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  boundary.boundAll(worker);
  new OrganizationGuardrails(stack, 'Organization', {
    organizationId: 'o-a1b2c3d4e5',
    targetIds: [targetId],
    allowedRegions: ALLOWED_REGIONS,
    doors: doors.statements(),
    models: access.organizationStatements(),
  });
  app.synth();
}
