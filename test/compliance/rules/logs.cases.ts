import { groupEncrypted } from '../../../lib/compliance/rules/logs/group-encrypted';
import { groupRetained } from '../../../lib/compliance/rules/logs/group-retained';
import { groupRetention } from '../../../lib/compliance/rules/logs/group-retention';
import {
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';
import { logsMoreCases } from './logs-more.cases';

const GROUP = 'AWS::Logs::LogGroup';

export const logsCases = [
  casesOf(groupEncrypted, {
    'a key of another stack is compliant': beside(subject(GROUP, { KmsKeyId: FAR_KEY }), FAR_STACK),
    'no key is a finding': seen(subject(GROUP), 'Properties.KmsKeyId'),
    'a key in one branch is a finding': subject(GROUP, { KmsKeyId: either('alias/logs', NOTHING) }),
    'a key left to a parameter is compliant': subject(GROUP, { KmsKeyId: OPEN }),
    'a key from Systems Manager is compliant': subject(GROUP, { KmsKeyId: '{{resolve:ssm:/keys/logs}}' }),
  }),
  casesOf(groupRetention, {
    'for ever is compliant': subject(GROUP),
    'six years is compliant': subject(GROUP, { RetentionInDays: 2192 }),
    'for ever in one branch is compliant': subject(GROUP, { RetentionInDays: either(2192, NOTHING) }),
    'a day less than six years is a finding': seen(
      subject(GROUP, { RetentionInDays: 2191 }),
      'Properties.RetentionInDays',
    ),
    'no number is a finding': subject(GROUP, { RetentionInDays: 'long' }),
    'a period left to a parameter is unknown': subject(GROUP, { RetentionInDays: OPEN }),
  }),
  casesOf(groupRetained, {
    'a retained group is compliant': stack({
      Subject: resource(GROUP, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'a group that goes with its stack is a finding': seen(
      subject(GROUP),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource(GROUP, {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
  ...logsMoreCases,
];
