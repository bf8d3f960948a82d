import { parameterNoSecret } from '../../../lib/compliance/rules/ssm/parameter-no-secret';
import { policyNotPublic } from '../../../lib/compliance/rules/ssm/policy-not-public';
import { sessionCustomerKey } from '../../../lib/compliance/rules/ssm/session-customer-key';
import { sessionLogged } from '../../../lib/compliance/rules/ssm/session-logged';
import { sessionTimeout } from '../../../lib/compliance/rules/ssm/session-timeout';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const DOCUMENT = 'AWS::SSM::Document';
const INPUTS = 'Properties.Content.inputs';
const session = (inputs: Json) =>
  subject(DOCUMENT, { DocumentType: 'Session', Content: { schemaVersion: '1.0', inputs } });
const asText = (inputs: JsonObject) =>
  subject(DOCUMENT, { DocumentType: 'Session', Content: JSON.stringify({ schemaVersion: '1.0', inputs }) });
const command = subject(DOCUMENT, { DocumentType: 'Command', Content: { schemaVersion: '2.2' } });
const parameter = (name: Json, value: Json) =>
  subject('AWS::SSM::Parameter', { Name: name, Type: 'String', Value: value });
const policy = (principal: Json) =>
  subject('AWS::SSM::ResourcePolicy', {
    Policy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'ssm:*', Resource: '*' }] },
  });

export const ssmCases = [
  casesOf(sessionLogged, {
    'a bucket is compliant': session({ s3BucketName: 'shells', cloudWatchLogGroupName: '' }),
    'a log group in text is compliant': asText({ cloudWatchLogGroupName: 'shells' }),
    'neither is a finding': seen(session({ s3BucketName: '' }), INPUTS),
    'neither, in text is a finding': asText({ s3BucketName: '' }),
    'a bucket in clear text is a finding': seen(
      session({ s3BucketName: 'shells', s3EncryptionEnabled: false }),
      `${INPUTS}.s3EncryptionEnabled`,
    ),
    'a bucket in one branch is a finding': session({ s3BucketName: either('shells', '') }),
    'a bucket left to a parameter is unknown': session({ s3BucketName: OPEN }),
    'inputs left to a parameter is unknown': session(OPEN),
    'a command is not applicable': command,
  }),
  casesOf(sessionCustomerKey, {
    'a key is compliant': session({ kmsKeyId: 'alias/shells' }),
    'no key is a finding': seen(session({}), `${INPUTS}.kmsKeyId`),
    'an empty key, in text is a finding': asText({ kmsKeyId: '' }),
    'a key left to a parameter is unknown': session({ kmsKeyId: OPEN }),
    'a command is not applicable': command,
  }),
  casesOf(sessionTimeout, {
    'nothing said is compliant': session({}),
    'twenty minutes is compliant': session({ idleSessionTimeout: '20' }),
    'a minute more is a finding': seen(session({ idleSessionTimeout: '21' }), `${INPUTS}.idleSessionTimeout`),
    'a time left to a parameter is unknown': session({ idleSessionTimeout: OPEN }),
    'a command is not applicable': command,
  }),
  casesOf(parameterNoSecret, {
    'the ARN of a secret is compliant': parameter('/records/secret', 'arn:aws:secretsmanager:x'),
    'a reference is compliant': subject(
      'AWS::SSM::Parameter',
      { Name: '/records/secret', Value: ref('Secret') },
      { Secret: resource('AWS::SecretsManager::Secret') },
    ),
    'text under a name of a secret is a finding': seen(
      parameter('/records/api_key', 'not-a-real-one'),
      'Properties.Value',
    ),
    'text under a numbered secret is a finding': parameter('MYSECRET2', 'not-a-real-one'),
    'a default under a name of a secret is a finding': parameter('password', ref('Wide')),
    'text in one branch is a finding': parameter('/records/token', either('arn:aws:x', 'not-a-real-one')),
    'another name is not applicable': parameter('/records/table', 'not-a-real-one'),
  }),
  casesOf(policyNotPublic, {
    'an account is compliant': policy({ AWS: 'arn:aws:iam::111122223333:root' }),
    'everybody is a finding': seen(policy('*'), 'Properties.Policy.Statement.0'),
    'a policy left to a parameter is unknown': subject('AWS::SSM::ResourcePolicy', { Policy: OPEN }),
  }),
];
