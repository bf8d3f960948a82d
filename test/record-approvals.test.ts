import { Aws, NestedStack, Stack, Stage, type App } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DeniedDoors } from '../lib/bedrock/denied-doors';
import { ModelAccess } from '../lib/bedrock/model-access';
import { readApprovals } from '../lib/compliance/approvals/read-approvals';
import { readAssembly } from '../lib/compliance/template/read-assembly';
import { APPROVALS_KEY } from '../lib/contract/approvals';
import { recordApprovals } from '../lib/record-approvals';
import { ALLOWED_REGIONS, LITE, PRO, TODAY } from './bedrock/approved-models';
import { testApp } from './support/synthesize';

const DECISION = { by: 'model board', on: '2026-06-01', record: 'MB-13' };

function access(scope: Construct, id = 'Models', models = [LITE]): ModelAccess {
  return new ModelAccess(scope, id, { models, allowedRegions: ALLOWED_REGIONS, today: TODAY });
}

function approvalsOf(app: App) {
  return readApprovals(readAssembly(app.synth().directory).templates);
}

const stackIn = (scope: Construct, id = 'Stack') => new Stack(scope, id, { env: { region: 'us-east-1' } });

test('a model on the list is in the template with all that was decided about it', () => {
  const app = testApp();
  access(stackIn(app), 'Models', [PRO]);
  expect(approvalsOf(app).models).toEqual([
    {
      kind: 'model',
      construct: 'Stack/Models',
      modelId: 'amazon.nova-pro-v1:0',
      regions: ['us-east-1'],
      inferenceProfile: 'us.amazon.nova-pro-v1:0',
      destinationRegions: ['us-east-1', 'us-east-2', 'us-west-2'],
      dataClasses: ['PHI', 'NO_PHI'],
      retentionNeed: 'none',
      baaEntry: 'aws-organization-baa',
      by: 'model board',
      on: '2026-06-01',
      record: 'MB-12',
      reviewBy: '2027-06-01',
    },
  ]);
});

test('two lists in one stack are both there, with the exceptions to closed doors', () => {
  const app = testApp();
  const stack = stackIn(app);
  access(stack, 'One', [LITE]);
  access(stack, 'Two', [PRO]);
  const principals = ['arn:aws:iam::*:role/CareAgent', `arn:${Aws.PARTITION}:iam::*:role/NightAgent`];
  new DeniedDoors(stack, 'Doors', { approvals: [{ ...DECISION, calls: 'agents', principals }] });
  const { models, exceptions } = approvalsOf(app);
  expect(models.map(({ construct }) => construct)).toEqual(['Stack/One', 'Stack/Two']);
  expect(exceptions).toEqual([
    {
      ...DECISION,
      kind: 'exception',
      construct: 'Stack/Doors',
      calls: 'agents',
      actions: ['bedrock:InvokeAgent', 'bedrock:InvokeInlineAgent'],
      principals: ['arn:aws:iam::*:role/CareAgent', 'arn:${AWS::Partition}:iam::*:role/NightAgent'],
    },
  ]);
});

test('a list above the stacks is in each of them, and told once', () => {
  const app = testApp();
  const stage = new Stage(app, 'Stage');
  access(stage);
  stackIn(stage, 'First');
  new NestedStack(stackIn(stage, 'Second'), 'Nested');
  const assembly = readAssembly(app.synth().directory);
  const bearers = assembly.templates.filter(({ body }) => JSON.stringify(body).includes(APPROVALS_KEY));
  expect(bearers.map(({ stackName }) => stackName)).toEqual(['Stage-First', 'Stage-Second']);
  expect(readApprovals(assembly.templates).models).toHaveLength(1);
});

test('where nothing was approved the template has no metadata for it', () => {
  const app = testApp();
  const stack = stackIn(app);
  recordApprovals(new DeniedDoors(stack, 'Doors'), []);
  expect(stack.templateOptions.metadata).toBeUndefined();
});
