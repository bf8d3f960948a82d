import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';

const OPTIONS: readonly unknown[] = ['SSE_KMS', 'CSE_KMS', 'SSE_S3'];

export const workgroupEncrypted: Rule = {
  id: 'athena-workgroup-encrypted',
  title: 'workgroups encrypt query results',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'The result of a query is a copy of the records it found.',
  fix: 'set ResultConfiguration.EncryptionConfiguration.EncryptionOption in WorkGroupConfiguration',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    const configuration = group.property('WorkGroupConfiguration');
    const option = configuration.at('ResultConfiguration.EncryptionConfiguration.EncryptionOption');
    return requireAny(
      option.path,
      [
        accepts(option, (value) => OPTIONS.includes(value)),
        // Athena encrypts the results that it keeps itself
        accepts(
          configuration.at('ManagedQueryResultsConfiguration.Enabled'),
          (value) => value === true || value === 'true',
        ),
      ],
      `must be ${OPTIONS.join(', ')}`,
    );
  },
};
