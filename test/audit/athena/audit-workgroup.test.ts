import { Duration, Size } from 'aws-cdk-lib';
import { AuditWorkgroup, type AuditWorkgroupProps } from '../../../lib/audit/athena/audit-workgroup';
import { ruleSet } from '../../../lib/compliance/rule-set';
import { RULES } from '../../../lib/compliance/rules/registry';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { TAGS } from '../../../lib/contract/tags';
import { ACCOUNT, text } from '../../encryption/policy-evaluator';
import { Access } from '../../gateway/access';
import { hookPlace } from '../../support/hook-place';
import { assemblyOf, judgedOnTheDay } from '../../support/judge-template';
import { at, list, onlyResource, refusal, synthesize, testStack } from '../../support/synthesize';
import { DATABASE, tablesIn, WORKGROUP } from './built-tables';

const stack = testStack();
tablesIn(stack);
const template = synthesize(stack);
const access = new Access(template);
const RESULTS = access.id('AWS::S3::Bucket', 'AuditResults');
const KEY = `<${access.id('AWS::KMS::Key', 'AuditKey')}.Arn>`;
const workgroup = onlyResource(template, 'AWS::Athena::WorkGroup');
const results = template.Resources[RESULTS];

describe('the workgroup', () => {
  const configuration = workgroup.Properties['WorkGroupConfiguration'];

  test('lets no client choose place or encryption of results', () => {
    expect(workgroup.Properties['Name']).toBe(WORKGROUP);
    expect(configuration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      PublishCloudWatchMetricsEnabled: true,
      RequesterPaysEnabled: false,
      EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
    });
  });

  test('writes results under the key of the customer, into a bucket of this account', () => {
    const result = at(configuration, 'ResultConfiguration');
    expect(text(at(result, 'OutputLocation'))).toBe(`s3://<${RESULTS}>/results/`);
    expect(text(at(result, 'ExpectedBucketOwner'))).toBe(ACCOUNT);
    expect(at(result, 'EncryptionConfiguration', 'EncryptionOption')).toBe('SSE_KMS');
    expect(text(at(result, 'EncryptionConfiguration', 'KmsKey'))).toBe(KEY);
  });

  test('ends a query that reads more than 50 GiB', () => {
    expect(at(configuration, 'BytesScannedCutoffPerQuery')).toBe(53_687_091_200);
  });

  test('keeps its history when the stack goes', () => {
    expect(workgroup).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(workgroup.Properties).not.toHaveProperty('RecursiveDeleteOption');
  });
});

describe('results', () => {
  test('are gone after 30 days, and what was overwritten a day later', () => {
    const [rule, ...others] = list(at(results?.Properties['LifecycleConfiguration'], 'Rules'));
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      ExpirationInDays: 30,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Status: 'Enabled',
    });
  });

  test('are a record of what was done, and logged', () => {
    const tags = list(results?.Properties['Tags']).map((tag) => [at(tag, 'Key'), at(tag, 'Value')]);
    expect(tags).toContainEqual([TAGS.dataClass, 'AUDIT']);
    expect(at(results?.Properties['LoggingConfiguration'], 'LogFilePrefix')).toBe(`${WORKGROUP}/`);
  });

  test('are stored under no other key', () => {
    const put = (context: Readonly<Record<string, string>>) =>
      access.onBucket(access.role('Privacy'), RESULTS, 's3:PutObject', 'results/a.csv', context);
    const named = 's3:x-amz-server-side-encryption-aws-kms-key-id';
    expect(put({ [named]: KEY })).toBe('allowed');
    expect(put({ [named]: 'arn:aws:kms:us-east-1:444455556666:key/theirs' })).toBe('denied');
  });
});

test('the database is named as the workgroup, as far as Glue takes such a name', () => {
  const database = onlyResource(template, 'AWS::Glue::Database');
  expect(at(database.Properties['DatabaseInput'], 'Name')).toBe(DATABASE);
});

/** Of a bucket of copies that empties itself; config/waivers.yaml has the reasons. */
const ACCEPTED = [
  'backup-s3-in-backup-plan',
  's3-bucket-event-notifications',
  // what expired is gone a day later
  's3-bucket-lifecycle-keeps',
  's3-bucket-object-lock',
  's3-bucket-replicated',
];
const OURS = /^(?:Audit(?!Key)|LedgerTable|TrailTable)/u;

test('it breaks no rule of the strict profile but those its user accepts', () => {
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const broken = judgedOnTheDay(assemblyOf(template as unknown as JsonObject), rules).filter(
    ({ verdict, resource }) =>
      (verdict === 'finding' || verdict === 'unknown') && OURS.test(resource.logicalId),
  );
  const unaccepted = broken
    .filter(({ rule, resource }) => !ACCEPTED.includes(rule.id) || resource.logicalId !== RESULTS)
    .map(({ rule, resource, observations }) => [rule.id, resource.logicalId, observations]);
  expect(unaccepted).toEqual([]);
  expect([...new Set(broken.map(({ rule }) => rule.id))].sort()).toEqual(ACCEPTED);
});

describe('it fails with', () => {
  const make = (props: Partial<AuditWorkgroupProps>) => () => {
    const place = hookPlace(testStack());
    return new AuditWorkgroup(place.accessLogs, 'Audit', {
      name: WORKGROUP,
      encryptionKey: place.redactedKey,
      accessLogBucket: place.accessLogs,
      ...props,
    });
  };

  test.each(['a', '1a', 'Audit', 'audit_1', 'audit-', 'a'.repeat(129)])('a name as %s', (name) => {
    expect(refusal(make({ name })).code).toBe('WorkgroupName');
  });

  test.each(['ab', 'a1', 'hipaa-ai-dev', 'a'.repeat(128)])('no name as %s', (name) => {
    expect(make({ name })().databaseName).toBe(name.replaceAll('-', '_'));
  });

  test('results that are kept for less than a day, or part of one', () => {
    for (const hours of [0, 23, 36])
      expect(refusal(make({ resultRetention: Duration.hours(hours) })).code).toBe('ResultRetention');
    expect(make({ resultRetention: Duration.hours(24) })).not.toThrow();
  });

  test('a limit that Athena refuses', () => {
    expect(refusal(make({ scanLimit: Size.bytes(9_999_999) })).code).toBe('ScanLimit');
    expect(make({ scanLimit: Size.bytes(10_000_000) })).not.toThrow();
  });
});
