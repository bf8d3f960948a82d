import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

const S3_MODES: readonly unknown[] = ['SSE-KMS', 'SSE-S3'];

export const securityConfigurationEncrypted: Rule = {
  id: 'glue-security-configuration-encrypted',
  title: 'security configurations encrypt results, logs and bookmarks',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'What a job writes, says and remembers holds the values it works on.',
  fix: 'set CloudWatchEncryptionMode SSE-KMS, JobBookmarksEncryptionMode CSE-KMS, and an S3EncryptionMode in EncryptionConfiguration',
  resourceTypes: ['AWS::Glue::SecurityConfiguration'],
  check(configuration) {
    const encryption = configuration.property('EncryptionConfiguration');
    const s3 = encryption.at('S3Encryptions');
    return [
      ...requireAny(
        s3.path,
        [surelyHas(s3, (each) => accepts(each.at('S3EncryptionMode'), (mode) => S3_MODES.includes(mode)))],
        `must have an S3EncryptionMode of ${S3_MODES.join(' or ')}`,
      ),
      ...requireLiteral(
        encryption.at('CloudWatchEncryption.CloudWatchEncryptionMode'),
        (mode) => mode === 'SSE-KMS',
        'must be SSE-KMS',
      ),
      ...requireLiteral(
        encryption.at('JobBookmarksEncryption.JobBookmarksEncryptionMode'),
        (mode) => mode === 'CSE-KMS',
        'must be CSE-KMS',
      ),
    ];
  },
};
