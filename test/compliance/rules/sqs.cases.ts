import { deadLettersFrom } from '../../../lib/compliance/rules/sqs/dead-letters-from';
import { queueRetained } from '../../../lib/compliance/rules/sqs/queue-retained';
import { queueKeyReuse } from '../../../lib/compliance/rules/sqs/queue-key-reuse';
import { queueRetention } from '../../../lib/compliance/rules/sqs/queue-retention';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { queueCustomerKey } from '../../../lib/compliance/rules/sqs/queue-customer-key';
import { queueDeadLetter } from '../../../lib/compliance/rules/sqs/queue-dead-letter';
import { queueEncrypted } from '../../../lib/compliance/rules/sqs/queue-encrypted';
import { queueKms } from '../../../lib/compliance/rules/sqs/queue-kms';
import { queuePolicyNoNotAction } from '../../../lib/compliance/rules/sqs/queue-policy-no-not-action';
import { queuePolicyNoNotPrincipal } from '../../../lib/compliance/rules/sqs/queue-policy-no-not-principal';
import { queuePolicyNoWildcardAction } from '../../../lib/compliance/rules/sqs/queue-policy-no-wildcard-action';
import { queuePolicyNotPublic } from '../../../lib/compliance/rules/sqs/queue-policy-not-public';
import { queueTlsOnly } from '../../../lib/compliance/rules/sqs/queue-tls-only';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const QUEUE = 'AWS::SQS::Queue';
const KEY = { Key: resource('AWS::KMS::Key') };
const READER = { AWS: 'arn:aws:iam::111122223333:role/sender' };
const STATEMENT = 'Properties.PolicyDocument.Statement.0';
const allow = (change: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Principal: READER,
  Action: 'sqs:SendMessage',
  Resource: '*',
  ...change,
});
const policied = (statement: JsonObject) =>
  subject('AWS::SQS::QueuePolicy', {
    Queues: ['https://sqs.us-east-1.amazonaws.com/111122223333/results'],
    PolicyDocument: { Statement: [statement] },
  });
const OPEN_POLICY = subject('AWS::SQS::QueuePolicy', {
  Queues: ['https://sqs.us-east-1.amazonaws.com/111122223333/results'],
  PolicyDocument: OPEN,
});
const without = (statement: JsonObject, dropped: string): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== dropped));

const denial = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sqs:SendMessage',
  Resource: arn('Subject'),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...change,
});
const guarded = (statement: Json, queues: Json = [ref('Subject')], attributes: JsonObject = {}) =>
  subject(
    'AWS::SQS::Queue',
    {},
    {
      Policy: resource(
        'AWS::SQS::QueuePolicy',
        { Queues: queues, PolicyDocument: { Statement: statement } },
        attributes,
      ),
    },
  );

const unread = (properties: JsonObject) =>
  subject('AWS::SQS::Queue', properties, {
    Read: resource('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: arn('Subject') } }),
  });

export const sqsCases = [
  casesOf(queuePolicyNotPublic, {
    'a named principal is compliant': policied(allow({})),
    'everybody on behalf of one source is compliant': policied(
      allow({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::records' } } }),
    ),
    'everybody is a finding': seen(policied(allow({ Principal: '*' })), STATEMENT),
    'everybody but one is a finding': policied(without(allow({ NotPrincipal: READER }), 'Principal')),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(queuePolicyNoWildcardAction, {
    'a named action is compliant': policied(allow({})),
    'every action is a finding': seen(policied(allow({ Action: '*' })), STATEMENT),
    'every action of the service is a finding': policied(allow({ Action: ['SQS:*'] })),
    'an action left to a parameter is unknown': policied(allow({ Action: OPEN })),
  }),
  casesOf(queuePolicyNoNotAction, {
    'a named action is compliant': policied(allow({})),
    'all but some is a finding': seen(
      policied(without(allow({ NotAction: 'sqs:Delete*' }), 'Action')),
      STATEMENT,
    ),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(queuePolicyNoNotPrincipal, {
    'a named principal is compliant': policied(allow({})),
    'all but some is a finding': seen(
      policied(without(allow({ NotPrincipal: READER }), 'Principal')),
      STATEMENT,
    ),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(queueTlsOnly, {
    'a denial on the queue is compliant': guarded([denial()]),
    'a denial on everything is compliant': guarded(denial({ Action: 'sqs:*', Resource: '*' })),
    'an inline policy is compliant': subject(
      'AWS::SQS::Queue',
      {},
      {
        Policy: resource('AWS::SQS::QueueInlinePolicy', {
          Queue: ref('Subject'),
          PolicyDocument: { Statement: denial() },
        }),
      },
    ),
    'no policy is a finding': seen(subject('AWS::SQS::Queue'), 'Properties'),
    'a denial on something else is a finding': guarded([
      denial({ Resource: 'arn:aws:sqs:us-east-1:111122223333:other' }),
    ]),
    'a denial of requests with TLS is a finding': guarded([
      denial({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ]),
    'a policy that may not be there is a finding': guarded([denial()], [ref('Subject')], {
      Condition: 'Maybe',
    }),
    'the policy of another queue is a finding': guarded([denial()], [either(ref('Subject'), ref('Other'))]),
    'a denial in one branch is unknown': guarded([either(denial(), NOTHING)]),
  }),
  casesOf(queueEncrypted, {
    'nothing said is compliant': subject(QUEUE),
    'a key of SQS is compliant': subject(QUEUE, { SqsManagedSseEnabled: true }),
    'a KMS key is compliant': subject(
      QUEUE,
      { SqsManagedSseEnabled: false, KmsMasterKeyId: ref('Key') },
      KEY,
    ),
    'encryption turned off is a finding': seen(
      subject(QUEUE, { SqsManagedSseEnabled: false }),
      'Properties.SqsManagedSseEnabled',
    ),
    'encryption turned off with an empty key is a finding': subject(QUEUE, {
      SqsManagedSseEnabled: false,
      KmsMasterKeyId: '',
    }),
    'encryption left to a parameter is unknown': subject(QUEUE, { SqsManagedSseEnabled: OPEN }),
  }),
  casesOf(queueKms, {
    'a key of AWS is compliant': subject(QUEUE, { KmsMasterKeyId: 'alias/aws/sqs' }),
    'no key is a finding': seen(subject(QUEUE), 'Properties.KmsMasterKeyId'),
    'a key left to a parameter is compliant': subject(QUEUE, { KmsMasterKeyId: OPEN }),
  }),
  casesOf(queueCustomerKey, {
    'a key of the stack is compliant': subject(QUEUE, { KmsMasterKeyId: arn('Key') }, KEY),
    'a key of AWS is a finding': seen(
      subject(QUEUE, { KmsMasterKeyId: 'alias/aws/sqs' }),
      'Properties.KmsMasterKeyId',
    ),
    'a key left to a parameter is unknown': subject(QUEUE, { KmsMasterKeyId: OPEN }),
  }),
  casesOf(queueDeadLetter, {
    'a dead-letter queue is compliant': subject(
      QUEUE,
      { RedrivePolicy: { deadLetterTargetArn: arn('Failed'), maxReceiveCount: 3 } },
      { Failed: resource(QUEUE) },
    ),
    'no dead-letter queue is a finding': seen(subject(QUEUE), 'Properties.RedrivePolicy'),
    'a dead-letter queue in one branch is a finding': subject(QUEUE, {
      RedrivePolicy: either({ deadLetterTargetArn: 'arn:aws:sqs:us-east-1:111122223333:failed' }, NOTHING),
    }),
    'a dead-letter queue left to a parameter is unknown': subject(QUEUE, { RedrivePolicy: OPEN }),
    'a dead-letter queue itself is not applicable': subject(
      QUEUE,
      {},
      { Source: resource(QUEUE, { RedrivePolicy: { deadLetterTargetArn: arn('Subject') } }) },
    ),
  }),
  casesOf(queueRetained, {
    'a retained queue is compliant': stack({
      Subject: resource('AWS::SQS::Queue', {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'a queue that goes with its stack is a finding': seen(
      subject('AWS::SQS::Queue'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource('AWS::SQS::Queue', {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
  casesOf(queueKeyReuse, {
    'nothing said is compliant': subject(QUEUE),
    'an hour is compliant': subject(QUEUE, { KmsDataKeyReusePeriodSeconds: 3600 }),
    'a second more than an hour is a finding': seen(
      subject(QUEUE, { KmsDataKeyReusePeriodSeconds: 3601 }),
      'Properties.KmsDataKeyReusePeriodSeconds',
    ),
    'a period left to a parameter is unknown': subject(QUEUE, { KmsDataKeyReusePeriodSeconds: OPEN }),
  }),
  casesOf(queueRetention, {
    'nothing said is compliant': subject(QUEUE),
    'four days is compliant': subject(QUEUE, { MessageRetentionPeriod: 345_600 }),
    'a second less than four days is a finding': seen(
      subject(QUEUE, { MessageRetentionPeriod: 345_599 }),
      'Properties.MessageRetentionPeriod',
    ),
    'a period left to a parameter is unknown': subject(QUEUE, { MessageRetentionPeriod: OPEN }),
  }),
  casesOf(deadLettersFrom, {
    'queues by name is compliant': unread({
      RedriveAllowPolicy: { redrivePermission: 'byQueue', sourceQueueArns: ['arn:aws:sqs:us-east-1:1:q'] },
    }),
    'no queue is compliant': subject('AWS::SQS::Queue', {
      RedriveAllowPolicy: { redrivePermission: 'denyAll' },
    }),
    'nothing said is a finding': seen(unread({}), 'Properties.RedriveAllowPolicy.redrivePermission'),
    'every queue is a finding': unread({ RedriveAllowPolicy: { redrivePermission: 'allowAll' } }),
    'a permission in one branch is a finding': unread({
      RedriveAllowPolicy: either({ redrivePermission: 'denyAll' }, NOTHING),
    }),
    'a permission left to a parameter is unknown': unread({
      RedriveAllowPolicy: { redrivePermission: OPEN },
    }),
    'a queue that takes no dead letters is not applicable': subject('AWS::SQS::Queue'),
  }),
];
