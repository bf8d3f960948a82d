import { outputEncrypted } from '../../../lib/compliance/rules/transcribe/output-encrypted';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const POLICY = 'AWS::IAM::Policy';
const JOB = 'transcribe:StartMedicalTranscriptionJob';
const policy = (action: Json, condition: Json = NOTHING) =>
  subject(POLICY, {
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*', Condition: condition }] },
  });

export const transcribeCases = [
  casesOf(outputEncrypted, {
    'a named key is compliant': policy(JOB, { StringEquals: { 'transcribe:OutputEncryptionKMSKeyId': 'k' } }),
    'reading jobs is compliant': policy('transcribe:GetTranscriptionJob'),
    'an administrator of everything is compliant': policy('*'),
    'any key or none is a finding': seen(policy(JOB), 'Properties.PolicyDocument.Statement.0'),
    'every action of the service is a finding': policy('transcribe:*'),
    'a key that may be missing is a finding': policy(JOB, {
      StringEqualsIfExists: { 'transcribe:OutputEncryptionKMSKeyId': 'k' },
    }),
    'a condition left to a parameter is unknown': policy(JOB, OPEN),
    'actions left to a parameter is unknown': policy(OPEN),
  }),
];
