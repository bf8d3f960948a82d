import { ACCOUNT, REGION } from '../../encryption/policy-evaluator';
import { Access } from '../../gateway/access';
import { synthesize, testStack } from '../../support/synthesize';
import { DATABASE, tablesIn, WORKGROUP } from './built-tables';

const stack = testStack();
tablesIn(stack);
const template = synthesize(stack);
const access = new Access(template);
const bucket = (prefix: string) => access.id('AWS::S3::Bucket', prefix);
const key = (prefix: string) => access.id('AWS::KMS::Key', prefix);
const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
const ATHENA = { 'aws:CalledVia': 'athena.amazonaws.com' };

/** What a reader of one table reaches, and what it must not. */
const readers = [
  {
    reader: 'Privacy',
    table: 'ledger',
    own: { bucket: 'Records', key: 'RedactedKey', object: 'records/2026-03-02/w/000001/000001.jsonl' },
    beside: 'checkpoints/1.json',
    other: { table: 'trail', bucket: 'TrailRecord', object: `AWSLogs/${ACCOUNT}/CloudTrail/1.json.gz` },
  },
  {
    reader: 'Security',
    table: 'trail',
    own: {
      bucket: 'TrailRecord',
      key: 'AuditKey',
      object: `AWSLogs/${ACCOUNT}/CloudTrail-NetworkActivity/1.json.gz`,
    },
    beside: 'AWSLogs/444455556666/CloudTrail/1.json.gz',
    other: { table: 'ledger', bucket: 'Records', object: 'records/2026-03-02/w/000001/000001.jsonl' },
  },
] as const;

describe.each(readers)('a reader of the table $table', ({ reader, table, own, beside, other }) => {
  const role = access.role(reader);
  const source = bucket(own.bucket);

  test('reads its objects through Athena, and not past it', () => {
    expect(access.onBucket(role, source, 's3:GetObject', own.object, ATHENA)).toBe('allowed');
    expect(access.onBucket(role, source, 's3:GetObject', own.object)).toBe('not allowed');
  });

  test('lists what is below its prefix, and nothing else', () => {
    const lists = (prefix: string) =>
      access.onBucket(role, source, 's3:ListBucket', undefined, { ...ATHENA, 's3:prefix': prefix });
    expect(lists(own.object)).toBe('allowed');
    expect(lists(beside)).toBe('not allowed');
    expect(lists('')).toBe('not allowed');
  });

  test('reads nothing beside it, and not the other table', () => {
    expect(access.onBucket(role, source, 's3:GetObject', beside, ATHENA)).toBe('not allowed');
    expect(access.onBucket(role, bucket(other.bucket), 's3:GetObject', other.object, ATHENA)).toBe(
      'not allowed',
    );
    expect(access.onResource(role, 'glue:GetTable', arn('glue', `table/${DATABASE}/${other.table}`))).toBe(
      'not allowed',
    );
  });

  test('knows the table, and does not change it', () => {
    const may = (action: string) =>
      access.onResource(role, action, arn('glue', `table/${DATABASE}/${table}`));
    expect(may('glue:GetTable')).toBe('allowed');
    for (const action of [
      'glue:UpdateTable',
      'glue:DeleteTable',
      'glue:CreateTable',
      'glue:BatchCreatePartition',
    ])
      expect([action, may(action)]).toEqual([action, 'not allowed']);
  });

  test.each(['s3:PutObject', 's3:DeleteObject', 's3:GetObjectVersion'])('has no %s on records', (action) => {
    expect(
      access.onBucket(role, source, action, own.object, { ...ATHENA, 's3:if-none-match': '*' }),
    ).not.toBe('allowed');
  });

  test('decrypts records through S3, and not past it, and encrypts none', () => {
    const via = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });
    expect(access.onKey(role, key(own.key), 'kms:Decrypt', via('s3'))).toBe('allowed');
    expect(access.onKey(role, key(own.key), 'kms:Decrypt', {})).toBe('not allowed');
    expect(access.onKey(role, key(own.key), 'kms:Decrypt', via('cloudtrail'))).toBe('not allowed');
    if (own.key !== 'AuditKey')
      expect(access.onKey(role, key(own.key), 'kms:GenerateDataKey', via('s3'))).toBe('not allowed');
  });
});

describe.each(['Privacy', 'Security'])('%s', (reader) => {
  const role = access.role(reader);

  test('runs queries in the workgroup, and in no other', () => {
    const may = (action: string, name: string) =>
      access.onResource(role, action, arn('athena', `workgroup/${name}`));
    for (const action of ['athena:StartQueryExecution', 'athena:GetQueryResults', 'athena:GetNamedQuery']) {
      expect([action, may(action, WORKGROUP)]).toEqual([action, 'allowed']);
      expect([action, may(action, 'primary')]).toEqual([action, 'not allowed']);
    }
    for (const action of ['athena:UpdateWorkGroup', 'athena:DeleteWorkGroup', 'athena:CreateNamedQuery'])
      expect([action, may(action, WORKGROUP)]).toEqual([action, 'not allowed']);
  });

  test('writes and reads results, and deletes none', () => {
    const may = (action: string, object: string) =>
      access.onBucket(role, bucket('AuditResults'), action, object);
    expect(may('s3:PutObject', 'results/a.csv')).toBe('allowed');
    expect(may('s3:GetObject', 'results/a.csv')).toBe('allowed');
    expect(may('s3:PutObject', 'elsewhere/a.csv')).toBe('not allowed');
    expect(may('s3:DeleteObject', 'results/a.csv')).toBe('not allowed');
  });

  test('encrypts results under their key, through S3', () => {
    const via = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
    expect(access.onKey(role, key('AuditKey'), 'kms:GenerateDataKey', via)).toBe('allowed');
    expect(access.onKey(role, key('AuditKey'), 'kms:GenerateDataKey', {})).toBe('not allowed');
  });

  test('finds the database and the one that Athena looks for, and no other', () => {
    const may = (name: string) =>
      access.onResource(role, 'glue:GetDatabase', arn('glue', `database/${name}`));
    expect([DATABASE, 'default', 'claims'].map(may)).toEqual(['allowed', 'allowed', 'not allowed']);
  });
});
