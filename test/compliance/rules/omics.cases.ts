import { accessLogged } from '../../../lib/compliance/rules/omics/access-logged';
import { customerKey } from '../../../lib/compliance/rules/omics/customer-key';
import { policyNotPublic } from '../../../lib/compliance/rules/omics/policy-not-public';
import { storeRetained } from '../../../lib/compliance/rules/omics/store-retained';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const STORE = 'AWS::Omics::SequenceStore';
const kept = (attributes: JsonObject) => stack({ Subject: resource(STORE, {}, attributes) });
const policy = (principal: Json, condition: Json = NOTHING) =>
  subject(STORE, {
    S3AccessPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: principal,
          Action: 's3:GetObject',
          Resource: '*',
          Condition: condition,
        },
      ],
    },
  });

export const omicsCases = [
  casesOf(accessLogged, {
    'a log is compliant': subject(STORE, { AccessLogLocation: 's3://log/omics' }),
    'no log is a finding': seen(subject(STORE), 'Properties.AccessLogLocation'),
    'an empty place is a finding': subject(STORE, { AccessLogLocation: '' }),
    'a place left to a parameter is unknown': subject(STORE, { AccessLogLocation: OPEN }),
  }),
  casesOf(customerKey, {
    'a key of the same stack is compliant': subject(
      STORE,
      { SseConfig: { Type: 'KMS', KeyArn: arn('Key') } },
      { Key: resource('AWS::KMS::Key') },
    ),
    'no key is a finding': seen(subject(STORE), 'Properties.SseConfig.KeyArn'),
    'a key left to a parameter is unknown': subject(STORE, { SseConfig: { KeyArn: OPEN } }),
  }),
  casesOf(policyNotPublic, {
    'no policy is compliant': subject(STORE),
    'a named account is compliant': policy({ AWS: '111122223333' }),
    'an organization is compliant': policy('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
    'everybody is a finding': seen(policy('*'), 'Properties.S3AccessPolicy.Statement.0'),
    'a policy left to a parameter is unknown': subject(STORE, { S3AccessPolicy: OPEN }),
  }),
  casesOf(storeRetained, {
    'a store that stays is compliant': kept({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    'a store that goes is a finding': seen(kept({}), 'DeletionPolicy', 'UpdateReplacePolicy'),
    'a store that may go is a finding': kept({ DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Retain' }),
  }),
];
