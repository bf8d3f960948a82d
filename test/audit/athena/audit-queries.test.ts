import { aws_iam as iam, aws_kms as kms, Duration } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../../lib/audit/access-log-bucket';
import { AuditQueries, type AuditQueriesProps } from '../../../lib/audit/athena/audit-queries';
import { LEDGER_QUERIES } from '../../../lib/audit/athena/ledger-queries';
import { TRAIL_QUERIES } from '../../../lib/audit/athena/trail-queries';
import { LockedBucket } from '../../../lib/audit/locked-bucket';
import { findingsOf } from '../../support/strict-findings';
import {
  at,
  list,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
} from '../../support/synthesize';

function make(props: Partial<AuditQueriesProps> = {}) {
  const stack = testStack();
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const accessLogs = new AccessLogBucket(stack, 'AccessLogs', { retention: Duration.days(2192) });
  const locked = (id: string) =>
    new LockedBucket(stack, id, { encryptionKey, accessLogBucket: accessLogs, lock: { days: 2192 } }).bucket;
  const queries = new AuditQueries(stack, 'Queries', {
    name: 'phi_audit',
    encryptionKey,
    accessLogs,
    since: '2026-11-01',
    regions: ['us-east-1', 'us-west-2'],
    trail: { bucket: locked('TrailRecord'), encryptionKey },
    ledger: { bucket: locked('Records'), encryptionKey },
    ...props,
  });
  const auditor = new iam.Role(stack, 'Auditor', { assumedBy: new iam.AccountRootPrincipal() });
  queries.grantQuery(auditor);
  return stack;
}

const template = synthesize(make());
const tables = resourcesOf(template, 'AWS::Glue::Table').map(({ Properties }) => Properties['TableInput']);
const table = (name: string) => tables.find((each) => at(each, 'Name') === name);

test('who asks cannot change the workgroup: results under the key, version 3, an end to what is read', () => {
  const { Properties } = onlyResource(template, 'AWS::Athena::WorkGroup');
  const settings = at(Properties, 'WorkGroupConfiguration');
  expect(at(settings, 'EnforceWorkGroupConfiguration')).toBe(true);
  expect(at(settings, 'BytesScannedCutoffPerQuery')).toBe(107_374_182_400);
  expect(at(settings, 'EngineVersion', 'SelectedEngineVersion')).toBe('Athena engine version 3');
  expect(at(settings, 'ResultConfiguration', 'EncryptionConfiguration', 'EncryptionOption')).toBe('SSE_KMS');
  expect(at(settings, 'ResultConfiguration', 'ExpectedBucketOwner')).toEqual({ Ref: 'AWS::AccountId' });
});

test('the ledger is read by day from the records alone, line by line', () => {
  const ledger = table('ledger');
  expect(JSON.stringify(at(ledger, 'Parameters', 'storage.location.template'))).toMatch(
    /\/records\/\$\{day\}\/"/u,
  );
  expect(at(ledger, 'Parameters', 'projection.day.range')).toBe('2026-11-01,NOW');
  expect(at(ledger, 'StorageDescriptor', 'Columns')).toEqual([{ Name: 'line', Type: 'string' }]);
  expect(JSON.stringify(at(ledger, 'StorageDescriptor', 'Location'))).toMatch(/\/records\/"/u);
});

test('the trail is read by Region and day, below the folder of the account', () => {
  const trail = table('trail');
  expect(at(trail, 'Parameters', 'projection.region.values')).toBe('us-east-1,us-west-2');
  expect(at(trail, 'Parameters', 'projection.day.range')).toBe('2026/11/01,NOW');
  expect(JSON.stringify(at(trail, 'Parameters', 'storage.location.template'))).toContain(
    '/CloudTrail/${region}/${day}/',
  );
  expect(list(at(trail, 'PartitionKeys')).map((each) => at(each, 'Name'))).toEqual(['region', 'day']);
});

test('every query is saved in the workgroup, and all of what was asked for', () => {
  const saved = resourcesOf(template, 'AWS::Athena::NamedQuery').map(({ Properties }) => Properties['Name']);
  expect(saved).toEqual([...Object.keys(LEDGER_QUERIES), ...Object.keys(TRAIL_QUERIES)]);
});

test('a ledger alone has no table of a trail', () => {
  const alone = synthesize(make({ trail: undefined }));
  expect(resourcesOf(alone, 'AWS::Glue::Table')).toHaveLength(1);
  expect(resourcesOf(alone, 'AWS::Athena::NamedQuery')).toHaveLength(Object.keys(LEDGER_QUERIES).length);
});

test('an auditor reads records and writes results, and nothing else', () => {
  const policy = resourcesOf(template, 'AWS::IAM::Policy').find(({ Properties }) =>
    JSON.stringify(Properties['Roles']).includes('Auditor'),
  );
  const statements = list(at(policy?.Properties, 'PolicyDocument', 'Statement'));
  const actions = statements.flatMap((each) => [at(each, 'Action')].flat());
  const writing = actions.filter((each) => /Put|Delete|Create|Update/u.test(JSON.stringify(each)));
  expect([...new Set(writing)]).toEqual(['s3:PutObject']);
  const written = statements.filter((each) => JSON.stringify(at(each, 'Action')).includes('s3:PutObject'));
  expect(JSON.stringify(written.map((each) => at(each, 'Resource')))).not.toMatch(/Record/u);
  expect(statements.some((each) => at(each, 'Resource') === '*')).toBe(false);
});

test('the strict profile finds in it what it finds in other buckets that nobody copies or locks', () => {
  const own = /^(?:AWS::Athena|AWS::Glue)/u;
  const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))].filter((type) =>
    own.test(type),
  );
  expect(types).toEqual([
    'AWS::Athena::WorkGroup',
    'AWS::Glue::Database',
    'AWS::Glue::Table',
    'AWS::Athena::NamedQuery',
  ]);
  expect(types.flatMap((type) => findingsOf(template, type))).toEqual([]);
});

test.each([1, 7, 90])('results are kept for %d days', (resultDays) => {
  expect(JSON.stringify(synthesize(make({ resultDays })))).toContain(`"ExpirationInDays":${resultDays},`);
});

test.each([
  ['ResultDays', { resultDays: 0 }],
  ['ResultDays', { resultDays: 91 }],
  ['ResultDays', { resultDays: 1.5 }],
  ['BytesScannedCutoff', { bytesScannedCutoff: 9_999_999 }],
  ['QueriesName', { name: 'PHI' }],
  ['QueriesName', { name: '' }],
  ['QueriesName', { name: 'a'.repeat(65) }],
  ['QueriesSince', { since: '2026-13-01' }],
  ['QueriesSince', { since: 'yesterday' }],
  ['QueriesOfNothing', { trail: undefined, ledger: undefined }],
])('%s is refused for %j', (code, props) => {
  expect(refusal(() => make(props)).code).toBe(code);
});

test('10 MB is the least a query may be cut off at', () => {
  expect(() => make({ bytesScannedCutoff: 10_000_000, name: 'a' })).not.toThrow();
});
