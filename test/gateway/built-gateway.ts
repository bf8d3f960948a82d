import { aws_iam as iam, Stack, Tags } from 'aws-cdk-lib';
import { TAGS } from '../../lib/contract/tags';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { testApp, type CloudTemplate } from '../support/synthesize';
import { gatewayPlace } from './gateway-place';

/** A gateway with consumers, callers and readers, as an assembly in a folder. */
export function builtGateway(outdir: string): CloudTemplate {
  const app = testApp(outdir);
  const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
  const { props, bodies } = gatewayPlace(stack);
  const service = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
  const roleOf = (id: string) => new iam.Role(stack, id, { assumedBy: service });
  const gateway = new AiGateway(stack, 'Gateway', {
    ...props,
    consumers: { letters: roleOf('Letters'), triage: roleOf('Triage') },
    provisionedConcurrency: 2,
  });
  gateway.api.grantCall(roleOf('Ward'), ['discharge-summary']).assertSuccess();
  gateway.api.grantOversight(roleOf('Decider')).assertSuccess();
  bodies.grantReview(roleOf('Reviewer'));
  bodies.grantReidentify(roleOf('Reidentifier'));
  Tags.of(stack).add(TAGS.dataClass, 'PHI');
  Tags.of(stack).add(TAGS.stage, 'production');
  const assembly = app.synth();
  return assembly.getStackByName('Test').template as CloudTemplate;
}
