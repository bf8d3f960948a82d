import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aws_logs as logs, aws_sns as sns, Duration, Stack, Tags, Validations } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../lib/audit/access-log-bucket';
import { DataRetentionMode } from '../../lib/bedrock/data-retention-mode';
import { InvocationLogging } from '../../lib/bedrock/invocation-logging';
import { evidenceSchema } from '../../lib/compliance/evidence/evidence';
import { judge } from '../../lib/compliance/judge';
import { HipaaAiChecks } from '../../lib/compliance/packs/hipaa-ai-checks';
import { PROFILES } from '../../lib/compliance/profile';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { TAGS } from '../../lib/contract/tags';
import { ServiceKey } from '../../lib/encryption/service-key';
import { ServiceKeys } from '../../lib/encryption/service-keys';
import { LogDataProtection } from '../../lib/redaction/log-data-protection';
import { assemblyOf } from '../support/judge-template';
import { testApp } from '../support/synthesize';

const outdir = mkdtempSync(path.join(tmpdir(), 'account-settings-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const app = testApp(outdir);
const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
const keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
const place = {
  functionKey: keys.data.key,
  logKey: keys.logs.key,
  logRetention: logs.RetentionDays.SIX_YEARS,
  alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', 'arn:aws:sns:us-east-1:111122223333:told'),
};
new DataRetentionMode(stack, 'DataRetention', { ...place, regions: ['us-east-1', 'us-west-2'] });
new InvocationLogging(stack, 'InvocationLogging', {
  ...place,
  encryptionKey: new ServiceKey(stack, 'PromptKey', { description: 'Prompts', services: ['s3', 'logs'] }).key,
  accessLogs: new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) }),
  lock: { days: 30 },
});
const logGroups = stack.node.findAll().filter((each) => each instanceof logs.LogGroup);
new LogDataProtection(stack, 'Protection', { logGroups });
Tags.of(stack).add(TAGS.dataClass, 'PHI');
Tags.of(stack).add(TAGS.stage, 'production');
Validations.of(app).addPlugins(
  new HipaaAiChecks(app, { asOf: '2026-11-24', profile: 'ai', hipaaSecurityChecks: true }),
);
try {
  app.synth();
} catch {
  // keys and access logs alone have findings of cdk-nag's pack; the evidence says which
}
const template = JSON.parse(
  readFileSync(path.join(outdir, `${stack.artifactId}.template.json`), 'utf8'),
) as JsonObject;

/** What surrounds the constructs is judged elsewhere. */
const AROUND = /^(?:Keys|AccessLogs)/u;

/** What a user of the strict profile accepts; docs/bedrock.md says why. */
const ACCEPTED = [
  'backup-s3-in-backup-plan',
  'events-dead-letter-queue',
  'lambda-code-signing',
  'lambda-customer-key',
  'lambda-dead-letter-queue',
  'lambda-in-vpc',
  'lambda-reserved-concurrency',
  'lambda-tracing',
  's3-bucket-event-notifications',
  's3-bucket-object-lock-compliance',
  's3-bucket-replicated',
];

function broken(profile: string): readonly unknown[] {
  const { rules } = ruleSet(RULES, { profile });
  return judge(assemblyOf(template), rules)
    .filter(
      ({ verdict, resource }) =>
        (verdict === 'finding' || verdict === 'unknown') && !AROUND.test(resource.logicalId),
    )
    .map(({ rule, resource }) => `${rule.id}: ${resource.type}`);
}

test.each(PROFILES.filter((profile) => profile !== 'strict'))(
  'a stack of both breaks no rule of the profile %s',
  (profile) => {
    expect(broken(profile)).toEqual([]);
  },
);

test('a stack of both breaks no rule of the strict profile but those its user accepts', () => {
  const rules = broken('strict').map((each) => String(each).split(':')[0] ?? '');
  expect([...new Set(rules)].sort()).toEqual(ACCEPTED);
});

test.each(['bedrock-data-retention-none', 'bedrock-invocation-logging-complete'])(
  '%s sees the construct that meets it',
  (id) => {
    const { rules } = ruleSet(RULES, { only: [id] });
    expect(judge(assemblyOf(template), rules).map(({ verdict }) => verdict)).toEqual(['compliant']);
  },
);

test.each(['bedrock-data-retention', 'bedrock-invocation-logging'])(
  '%s is met by the construct beside a caller of models',
  (id) => {
    const { rules } = ruleSet(RULES, { only: [id] });
    const caller: JsonObject = {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Action: 'bedrock:InvokeModel',
              Resource: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
            },
          ],
        },
      },
    };
    const verdictBeside = (resources: JsonObject) =>
      judge(assemblyOf({ Resources: { ...resources, Caller: caller } }), rules).find(
        ({ resource }) => resource.logicalId === 'Caller',
      )?.verdict;
    expect(verdictBeside(template['Resources'] as JsonObject)).toBe('compliant');
    expect(verdictBeside({})).toBe('finding');
  },
);

test('the pack in the app finds nothing of ours, and of cdk-nag what its user accepts', () => {
  const file = readFileSync(path.join(outdir, 'evidence', 'evidence.json'), 'utf8');
  const rows = evidenceSchema
    .parse(JSON.parse(file))
    .verdicts.filter(
      ({ verdict, constructPath = '' }) =>
        (verdict === 'finding' || verdict === 'unknown') &&
        /^Test\/(?:DataRetention|InvocationLogging)\//u.test(constructPath),
    );
  expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual([
    'HIPAA.Security-LambdaConcurrency',
    'HIPAA.Security-LambdaDLQ',
    'HIPAA.Security-LambdaInsideVPC',
    'HIPAA.Security-S3BucketReplicationEnabled',
  ]);
});

/** Logical ids that a part of a template names, by reference or in DependsOn. */
function namedIn(value: unknown, ids: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return ids.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => namedIn(each, ids));
}

test('no resource waits for itself: CloudFormation would refuse the template', () => {
  const resources = template['Resources'] as Readonly<Record<string, unknown>>;
  const ids = new Set(Object.keys(resources));
  const waitsFor = new Map(
    Object.entries(resources).map(([id, definition]) => [id, new Set(namedIn(definition, ids))]),
  );
  // what waits for nothing that is left is made next
  for (let before = -1; waitsFor.size !== before;) {
    before = waitsFor.size;
    for (const [id, needed] of waitsFor) {
      if ([...needed].every((each) => !waitsFor.has(each))) waitsFor.delete(id);
    }
  }
  expect([...waitsFor.keys()]).toEqual([]);
});
