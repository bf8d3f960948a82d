import { topicSignature } from '../../../lib/compliance/rules/sns/topic-signature';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { subscriptionHttps } from '../../../lib/compliance/rules/sns/subscription-https';
import { subscriptionNotMailed } from '../../../lib/compliance/rules/sns/subscription-not-mailed';
import { topicCustomerKey } from '../../../lib/compliance/rules/sns/topic-customer-key';
import { topicDeliveryLogged } from '../../../lib/compliance/rules/sns/topic-delivery-logged';
import { topicEncrypted } from '../../../lib/compliance/rules/sns/topic-encrypted';
import { topicPolicyNoNotAction } from '../../../lib/compliance/rules/sns/topic-policy-no-not-action';
import { topicPolicyNoNotPrincipal } from '../../../lib/compliance/rules/sns/topic-policy-no-not-principal';
import { topicPolicyNoWildcardAction } from '../../../lib/compliance/rules/sns/topic-policy-no-wildcard-action';
import { topicPolicyNotPublic } from '../../../lib/compliance/rules/sns/topic-policy-not-public';
import { topicTlsOnly } from '../../../lib/compliance/rules/sns/topic-tls-only';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const TOPIC = 'AWS::SNS::Topic';
const SUBSCRIPTION = 'AWS::SNS::Subscription';
const READER = { AWS: 'arn:aws:iam::111122223333:role/sender' };
const STATEMENT = 'Properties.PolicyDocument.Statement.0';
const allow = (change: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Principal: READER,
  Action: 'sns:Publish',
  Resource: '*',
  ...change,
});
const policied = (statement: JsonObject) =>
  subject('AWS::SNS::TopicPolicy', {
    Topics: ['arn:aws:sns:us-east-1:111122223333:results'],
    PolicyDocument: { Statement: [statement] },
  });
const OPEN_POLICY = subject('AWS::SNS::TopicPolicy', {
  Topics: ['arn:aws:sns:us-east-1:111122223333:results'],
  PolicyDocument: OPEN,
});
const without = (statement: JsonObject, dropped: string): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== dropped));

const denial = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 'sns:Publish',
  Resource: ref('Subject'),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  ...change,
});
const guarded = (statement: Json, topics: Json = [ref('Subject')], attributes: JsonObject = {}) =>
  subject(
    'AWS::SNS::Topic',
    {},
    {
      Policy: resource(
        'AWS::SNS::TopicPolicy',
        { Topics: topics, PolicyDocument: { Statement: statement } },
        attributes,
      ),
    },
  );

export const snsCases = [
  casesOf(topicPolicyNotPublic, {
    'a named principal is compliant': policied(allow({})),
    'everybody on behalf of one source is compliant': policied(
      allow({ Principal: '*', Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::records' } } }),
    ),
    'everybody is a finding': seen(policied(allow({ Principal: '*' })), STATEMENT),
    'everybody by an ARN that ends early is a finding': policied(
      allow({ Principal: { AWS: 'arn:aws:iam::*' } }),
    ),
    'everybody but one is a finding': policied(without(allow({ NotPrincipal: READER }), 'Principal')),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(topicPolicyNoWildcardAction, {
    'a named action is compliant': policied(allow({})),
    'every action is a finding': seen(policied(allow({ Action: '*' })), STATEMENT),
    'every action of the service is a finding': policied(allow({ Action: ['SNS:*'] })),
    'an action left to a parameter is unknown': policied(allow({ Action: OPEN })),
  }),
  casesOf(topicPolicyNoNotAction, {
    'a named action is compliant': policied(allow({})),
    'all but some is a finding': seen(
      policied(without(allow({ NotAction: 'sns:Delete*' }), 'Action')),
      STATEMENT,
    ),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(topicPolicyNoNotPrincipal, {
    'a named principal is compliant': policied(allow({})),
    'all but some is a finding': seen(
      policied(without(allow({ NotPrincipal: READER }), 'Principal')),
      STATEMENT,
    ),
    'a document left to a parameter is unknown': OPEN_POLICY,
  }),
  casesOf(topicTlsOnly, {
    'a denial on the topic is compliant': guarded([denial()]),
    'a denial on everything is compliant': guarded(denial({ Action: 'sns:*', Resource: '*' })),
    'an inline policy is compliant': subject(
      'AWS::SNS::Topic',
      {},
      {
        Policy: resource('AWS::SNS::TopicInlinePolicy', {
          TopicArn: ref('Subject'),
          PolicyDocument: { Statement: denial() },
        }),
      },
    ),
    'no policy is a finding': seen(subject('AWS::SNS::Topic'), 'Properties'),
    'a denial on something else is a finding': guarded([
      denial({ Resource: 'arn:aws:sns:us-east-1:111122223333:other' }),
    ]),
    'a denial of requests with TLS is a finding': guarded([
      denial({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    ]),
    'a policy that may not be there is a finding': guarded([denial()], [ref('Subject')], {
      Condition: 'Maybe',
    }),
    'the policy of another topic is a finding': guarded([denial()], [either(ref('Subject'), ref('Other'))]),
    'a denial in one branch is unknown': guarded([either(denial(), NOTHING)]),
  }),
  casesOf(topicEncrypted, {
    'a key of AWS is compliant': subject(TOPIC, { KmsMasterKeyId: 'alias/aws/sns' }),
    'a key of the stack is compliant': subject(
      TOPIC,
      { KmsMasterKeyId: ref('Key') },
      { Key: resource('AWS::KMS::Key') },
    ),
    'no key is a finding': seen(subject(TOPIC), 'Properties.KmsMasterKeyId'),
    'an empty key is a finding': subject(TOPIC, { KmsMasterKeyId: '' }),
    'a key left to a parameter is compliant': subject(TOPIC, { KmsMasterKeyId: OPEN }),
  }),
  casesOf(topicCustomerKey, {
    'a key of the stack is compliant': subject(
      TOPIC,
      { KmsMasterKeyId: ref('Key') },
      { Key: resource('AWS::KMS::Key') },
    ),
    'a key of AWS is a finding': seen(
      subject(TOPIC, { KmsMasterKeyId: 'alias/aws/sns' }),
      'Properties.KmsMasterKeyId',
    ),
    'no key is a finding': subject(TOPIC),
    'a key left to a parameter is unknown': subject(TOPIC, { KmsMasterKeyId: OPEN }),
  }),
  casesOf(topicDeliveryLogged, {
    'failed deliveries logged is compliant': subject(TOPIC, {
      DeliveryStatusLogging: [
        { Protocol: 'lambda', FailureFeedbackRoleArn: 'arn:aws:iam::111122223333:role/logs' },
      ],
    }),
    'no logs is a finding': seen(subject(TOPIC), 'Properties.DeliveryStatusLogging'),
    'logs of successes only is a finding': subject(TOPIC, {
      DeliveryStatusLogging: [
        { Protocol: 'lambda', SuccessFeedbackRoleArn: 'arn:aws:iam::111122223333:role/logs' },
      ],
    }),
    'a role left to a parameter is unknown': subject(TOPIC, {
      DeliveryStatusLogging: [{ Protocol: 'lambda', FailureFeedbackRoleArn: OPEN }],
    }),
  }),
  casesOf(subscriptionHttps, {
    'https is compliant': subject(SUBSCRIPTION, { Protocol: 'https' }),
    'http is a finding': seen(subject(SUBSCRIPTION, { Protocol: 'http' }), 'Properties.Protocol'),
    'http of a topic is a finding': seen(
      subject(TOPIC, { Subscription: [{ Protocol: 'sqs' }, { Protocol: 'http' }] }),
      'Properties.Subscription.1.Protocol',
    ),
    'a protocol left to a parameter is unknown': subject(SUBSCRIPTION, { Protocol: OPEN }),
    'a topic without subscriptions is not applicable': subject(TOPIC),
  }),
  casesOf(subscriptionNotMailed, {
    'a queue is compliant': subject(SUBSCRIPTION, { Protocol: 'sqs' }),
    'mail is a finding': seen(subject(SUBSCRIPTION, { Protocol: 'email-json' }), 'Properties.Protocol'),
    'SMS of a topic is a finding': subject(TOPIC, { Subscription: [{ Protocol: 'sms' }] }),
    'a protocol left to a parameter is unknown': subject(SUBSCRIPTION, { Protocol: OPEN }),
  }),
  casesOf(topicSignature, {
    'SHA-256 is compliant': subject(TOPIC, { SignatureVersion: '2' }),
    'nothing said is a finding': seen(subject(TOPIC), 'Properties.SignatureVersion'),
    'SHA-1 is a finding': subject(TOPIC, { SignatureVersion: '1' }),
    'a version left to a parameter is unknown': subject(TOPIC, { SignatureVersion: OPEN }),
  }),
];
