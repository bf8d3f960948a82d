import { AgentInterceptor } from '../../lib/redaction/agent-interceptor';
import { decide } from '../encryption/policy-evaluator';
import { hookPlace } from '../support/hook-place';
import { at, list, onlyResource, resourcesOf, synthesize, testStack } from '../support/synthesize';

const stack = testStack();
new AgentInterceptor(stack, 'Interceptor', hookPlace(stack).place);
const template = synthesize(stack);

test('the function may do nothing but log', () => {
  const { Properties } = onlyResource(template, 'AWS::IAM::ManagedPolicy');
  for (const action of ['kms:Decrypt', 'bedrock:InvokeModel', 's3:GetObject', 'lambda:InvokeFunction'])
    expect(decide(Properties['PolicyDocument'], { action })).toBe('not allowed');
});

test('calls that are refused are counted, and somebody is told', () => {
  const filter = onlyResource(template, 'AWS::Logs::MetricFilter').Properties;
  expect(filter['FilterPattern']).toBe('{ $.outcome = "REFUSED" }');
  const [transformation] = list(filter['MetricTransformations']);
  const watched = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(
    ({ Properties }) => Properties['MetricName'],
  );
  expect(watched).toContain(at(transformation, 'MetricName'));
});
