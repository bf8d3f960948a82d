import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';

export const streamEncrypted: Rule = {
  id: 'kinesis-stream-encrypted',
  title: 'streams encrypt records at rest',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A stream keeps records for a day up to a year, in the clear unless it is told otherwise.',
  fix: 'set StreamEncryption with EncryptionType KMS and a KeyId',
  resourceTypes: ['AWS::Kinesis::Stream'],
  check(stream) {
    const encryption = stream.property('StreamEncryption');
    const key = encryption.at('KeyId');
    // Kinesis refuses KMS without a key: one that only the account knows is a key all the same
    const isMissing = key.values.some(
      (value) => value.kind === 'absent' || (value.kind === 'literal' && value.value === ''),
    );
    return [
      ...requireLiteral(encryption.at('EncryptionType'), (type) => type === 'KMS', 'must be KMS'),
      ...(isMissing ? [finding(key.path, 'is not set; it must name a KMS key')] : []),
    ];
  },
};
