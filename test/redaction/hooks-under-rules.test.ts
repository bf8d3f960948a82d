import { aws_logs as logs, Tags } from 'aws-cdk-lib';
import { judge } from '../../lib/compliance/judge';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { TAGS } from '../../lib/contract/tags';
import { AgentInterceptor } from '../../lib/redaction/agent-interceptor';
import { BatchDeidentification } from '../../lib/redaction/batch-deidentification';
import { LogDataProtection } from '../../lib/redaction/log-data-protection';
import { ObjectRedactionHook } from '../../lib/redaction/object-redaction-hook';
import { RedactedDeliveryStream } from '../../lib/redaction/redacted-delivery-stream';
import { hookPlace, originals } from '../support/hook-place';
import { assemblyOf } from '../support/judge-template';
import { synthesize, testStack } from '../support/synthesize';

const stack = testStack();
const { place, accessLogs, quarantine, redactedKey, sourceKey } = hookPlace(stack);
const source = originals(stack);
const hook = new ObjectRedactionHook(stack, 'Objects', {
  ...place,
  source,
  sourceKey,
  redactedKey,
  accessLogs,
  quarantine,
});
new BatchDeidentification(stack, 'Batch', { ...place, accessLogs, hook, items: 'objects' });
new RedactedDeliveryStream(stack, 'Stream', { ...place, accessLogs });
new AgentInterceptor(stack, 'Interceptor', place);
const logGroups = stack.node.findAll().filter((each) => each instanceof logs.LogGroup);
new LogDataProtection(stack, 'Protection', { logGroups });
Tags.of(stack).add(TAGS.dataClass, 'PHI');
Tags.of(stack).add(TAGS.stage, 'production');

/** What surrounds the hooks is judged elsewhere. */
const AROUND = /^(?:Keys|AccessLogs|Originals|RedactedKey)/u;

/** What a user of hooks accepts in writing; docs/redaction-hooks.md says why. */
const ACCEPTED = [
  'backup-s3-in-backup-plan',
  'iam-no-open-permissions-management',
  'iam-no-open-write',
  'lambda-code-signing',
  'lambda-customer-key',
  'lambda-dead-letter-queue',
  'lambda-tracing',
  's3-bucket-event-notifications',
  's3-bucket-lifecycle-keeps',
  's3-bucket-object-lock',
  's3-bucket-replicated',
  'stepfunctions-tracing',
];

test('a stack of all hooks breaks no rule of the strict profile but those its user accepts', () => {
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const template = synthesize(stack) as unknown as JsonObject;
  const broken = judge(assemblyOf(template), rules).filter(
    ({ verdict, resource }) =>
      (verdict === 'finding' || verdict === 'unknown') && !AROUND.test(resource.logicalId),
  );
  const unaccepted = broken
    .filter(({ rule }) => !ACCEPTED.includes(rule.id))
    .map(({ rule, resource, observations }) => [rule.id, resource.logicalId, observations]);
  expect(unaccepted).toEqual([]);
  expect([...new Set(broken.map(({ rule }) => rule.id))].sort()).toEqual(ACCEPTED);
});
