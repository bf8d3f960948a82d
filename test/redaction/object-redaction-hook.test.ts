import { aws_s3 as s3, Duration } from 'aws-cdk-lib';
import { OBJECT_REDACTION_VARIABLES as NAMES } from '../../lib/contract/environment-variables';
import { OBJECT_BYTES } from '../../lib/redaction/object-redaction-settings';
import {
  ObjectRedactionHook,
  type ObjectRedactionHookProps,
} from '../../lib/redaction/object-redaction-hook';
import { QUARANTINE_DAYS, QuarantineBucket } from '../../lib/redaction/quarantine-bucket';
import { decide, text, texts } from '../encryption/policy-evaluator';
import { hookPlace, originals } from '../support/hook-place';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
} from '../support/synthesize';

function build(changes: Partial<ObjectRedactionHookProps> = {}, versioned = true) {
  const stack = testStack();
  const { place, ...around } = hookPlace(stack);
  new ObjectRedactionHook(stack, 'Objects', {
    ...place,
    ...around,
    source: originals(stack, versioned),
    ...changes,
  });
  return synthesize(stack);
}

const template = build({ prefix: 'incoming/' });
const lambda = onlyResource(template, 'AWS::Lambda::Function');
const idOf = (type: string, start: string): string =>
  logicalIdsOf(template, type).find((id) => id.startsWith(start)) ?? '';
const redacted = idOf('AWS::S3::Bucket', 'ObjectsRedacted');
const quarantine = idOf('AWS::S3::Bucket', 'Quarantine');
const source = idOf('AWS::S3::Bucket', 'Originals');
const dataKey = `<${idOf('AWS::KMS::Key', 'KeysData')}.Arn>`;
const redactedKey = `<${idOf('AWS::KMS::Key', 'RedactedKey')}.Arn>`;

describe('the redacted copies', () => {
  const Properties = template.Resources[redacted]?.Properties ?? {};

  test('are in a bucket of their own, under a key of their own, said to be REDACTED', () => {
    expect(redacted).not.toBe(source);
    const encryption = at(
      Properties['BucketEncryption'],
      'ServerSideEncryptionConfiguration',
      0,
      'ServerSideEncryptionByDefault',
    );
    expect(text(at(encryption, 'KMSMasterKeyID'))).toBe(redactedKey);
    expect(list(Properties['Tags'])).toContainEqual({ Key: 'hipaa-ai:data-class', Value: 'REDACTED' });
  });

  test('cannot be uploaded under another key, nor under one that the requester brings', () => {
    const policy = Object.values(template.Resources).find(
      ({ Type, Properties }) =>
        Type === 'AWS::S3::BucketPolicy' && text(Properties['Bucket']) === `<${redacted}>`,
    )?.Properties['PolicyDocument'];
    const denials = list(at(policy, 'Statement')).filter((each) => at(each, 'Effect') === 'Deny');
    expect(denials.map((each) => at(each, 'Condition'))).toEqual(
      expect.arrayContaining([
        { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
        {
          Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'false' },
          StringNotEquals: {
            's3:x-amz-server-side-encryption-aws-kms-key-id': {
              'Fn::GetAtt': [redactedKey.slice(1, -5), 'Arn'],
            },
          },
        },
      ]),
    );
  });
});

describe('the role', () => {
  const document = resourcesOf(template, 'AWS::IAM::ManagedPolicy').find(({ Properties }) =>
    JSON.stringify(Properties).includes('ReadTheSource'),
  )?.Properties['PolicyDocument'];
  const viaS3 = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };

  test.each([
    ['s3:GetObjectVersion', `<${source}.Arn>/incoming/a.txt`],
    ['s3:GetObjectVersionTagging', `<${source}.Arn>/incoming/a.txt`],
    ['s3:PutObject', `<${redacted}.Arn>/a.txt`],
    ['s3:PutObjectTagging', `<${redacted}.Arn>/a.txt`],
    ['s3:ListBucket', `<${redacted}.Arn>`],
    ['s3:ListBucket', `<${source}.Arn>`],
    ['s3:PutObject', `<${quarantine}.Arn>/a.txt`],
  ])('may %s %s', (action, resource) => {
    expect(decide(document, { action, resource })).toBe('allowed');
  });

  test.each([
    ['s3:GetObjectVersion', `<${source}.Arn>/elsewhere/a.txt`],
    ['s3:PutObject', `<${source}.Arn>/incoming/a.txt`],
    ['s3:DeleteObject', `<${source}.Arn>/incoming/a.txt`],
    ['s3:GetObject', `<${redacted}.Arn>/a.txt`],
    ['s3:GetObject', `<${quarantine}.Arn>/a.txt`],
    ['s3:DeleteObject', `<${redacted}.Arn>/a.txt`],
    ['s3:ListBucket', `<${quarantine}.Arn>`],
    ['sqs:ReceiveMessage', '*'],
  ])('may not %s %s', (action, resource) => {
    expect(decide(document, { action, resource })).toBe('not allowed');
  });

  test('opens the source’s key and only wraps with the other, through S3 alone', () => {
    expect(decide(document, { action: 'kms:Decrypt', resource: dataKey, context: viaS3 })).toBe('allowed');
    expect(decide(document, { action: 'kms:Decrypt', resource: redactedKey, context: viaS3 })).toBe(
      'not allowed',
    );
    expect(decide(document, { action: 'kms:GenerateDataKey', resource: redactedKey, context: viaS3 })).toBe(
      'allowed',
    );
    expect(decide(document, { action: 'kms:GenerateDataKey', resource: redactedKey })).toBe('not allowed');
    expect(decide(document, { action: 'kms:Decrypt', resource: dataKey })).toBe('not allowed');
  });
});

describe('an event', () => {
  const rule = onlyResource(template, 'AWS::Events::Rule').Properties;
  const [queue = ''] = logicalIdsOf(template, 'AWS::SQS::Queue');

  test('is asked for from the one bucket and prefix, which sends it to EventBridge', () => {
    expect(rule['EventPattern']).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: [{ Ref: source }] }, object: { key: [{ prefix: 'incoming/' }] } },
    });
    expect(
      at(template.Resources[source]?.Properties['NotificationConfiguration'], 'EventBridgeConfiguration'),
    ).toEqual({
      EventBridgeEnabled: true,
    });
  });

  test('of any key is asked for without a prefix', () => {
    const { Properties } = onlyResource(build(), 'AWS::Events::Rule');
    expect(at(Properties['EventPattern'], 'detail', 'object')).toBeUndefined();
  });

  test('is tried three times, and kept encrypted for 14 days when it failed or was not taken', () => {
    const retries = onlyResource(template, 'AWS::Lambda::EventInvokeConfig').Properties;
    expect(retries['MaximumRetryAttempts']).toBe(2);
    const kept = [
      at(retries['DestinationConfig'], 'OnFailure', 'Destination'),
      at(rule['Targets'], 0, 'DeadLetterConfig', 'Arn'),
    ];
    expect(kept.map(text)).toEqual([`<${queue}.Arn>`, `<${queue}.Arn>`]);
    const { Properties } = onlyResource(template, 'AWS::SQS::Queue');
    expect(text(Properties['KmsMasterKeyId'])).toBe(dataKey);
    expect(Properties['MessageRetentionPeriod']).toBe(1_209_600);
  });

  test('that failed can be encrypted by EventBridge: the key lets it, for rules of this account', () => {
    const policy = template.Resources[dataKey.slice(1, -5)]?.Properties['KeyPolicy'];
    const statement = list(at(policy, 'Statement')).find(
      (each) => at(each, 'Sid') === 'EventBridgeKeepsFailedEvents',
    );
    expect(texts(at(statement, 'Principal', 'Service'))).toEqual(['events.amazonaws.com']);
    expect(text(at(statement, 'Condition', 'StringEquals', 'aws:SourceAccount'))).toBe('111122223333');
  });
});

test('alarms tell of failures, of quarantined objects and of events that failed', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  const quarantined = onlyResource(template, 'AWS::Logs::MetricFilter').Properties;
  const metric = text(at(quarantined['MetricTransformations'], 0, 'MetricName'));
  expect(quarantined['FilterPattern']).toBe('{ $.outcome = "QUARANTINED" }');
  expect(alarms.map(({ MetricName }) => text(MetricName)).toSorted()).toEqual(
    ['ApproximateNumberOfMessagesVisible', 'Duration', 'Errors', 'Throttles', metric].toSorted(),
  );
});

test('the handler is told where to read and write', () => {
  const variables = at(lambda.Properties['Environment'], 'Variables');
  expect(Object.keys(variables ?? {}).sort()).toEqual(Object.values(NAMES).sort());
  expect(text(at(variables, NAMES.redactedKeyArn))).toBe(redactedKey);
  expect(at(variables, NAMES.maxObjectBytes)).toBe(String(OBJECT_BYTES.usual));
});

describe('what is refused', () => {
  test.each([0, OBJECT_BYTES.largest + 1, 1.5, Number.NaN])(
    'objects of at most %d bytes',
    (maxObjectBytes) => {
      const error = refusal(() => build({ maxObjectBytes }));
      expect(error.code).toBe('MaxObjectBytes');
      expect(error.message).toContain(String(OBJECT_BYTES.largest));
    },
  );

  test.each([1, OBJECT_BYTES.largest])('but not objects of at most %d bytes', (maxObjectBytes) => {
    expect(() => build({ maxObjectBytes })).not.toThrow();
  });

  test('a source without versions', () => {
    expect(refusal(() => build({}, false)).code).toBe('SourceVersions');
  });

  test('the key of the source for redacted copies', () => {
    const stack = testStack();
    const { place, ...around } = hookPlace(stack);
    const props = { ...place, ...around, source: originals(stack), redactedKey: around.sourceKey };
    expect(refusal(() => new ObjectRedactionHook(stack, 'Objects', props)).code).toBe('RedactedKey');
  });

  test.each([0, QUARANTINE_DAYS.longest + 1, 1.5])('a quarantine of %d days', (days) => {
    const stack = testStack();
    const { accessLogs, sourceKey: encryptionKey } = hookPlace(stack);
    const make = () =>
      new QuarantineBucket(stack, 'Other', { accessLogs, encryptionKey, expiry: Duration.days(days) });
    expect(refusal(make).code).toBe('QuarantineExpiry');
  });
});

test('the quarantine is PHI, and empties itself after 30 days', () => {
  const Properties = template.Resources[quarantine]?.Properties ?? {};
  expect(list(at(Properties['LifecycleConfiguration'], 'Rules'))).toContainEqual(
    expect.objectContaining({
      ExpirationInDays: 30,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      Status: 'Enabled',
    }),
  );
  expect(list(Properties['Tags'])).toContainEqual({ Key: 'hipaa-ai:data-class', Value: 'PHI' });
});

test('an imported source is read without a change to it', () => {
  const stack = testStack();
  const { place, ...around } = hookPlace(stack);
  const source = s3.Bucket.fromBucketName(stack, 'Theirs', 'theirs');
  new ObjectRedactionHook(stack, 'Objects', { ...place, ...around, source });
  const { Properties } = onlyResource(synthesize(stack), 'AWS::Events::Rule');
  expect(at(Properties['EventPattern'], 'detail', 'bucket', 'name', 0)).toBe('theirs');
});
