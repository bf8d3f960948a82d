import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

const KEY_TYPES: readonly unknown[] = ['CUSTOMER_MANAGED_CMK', 'AWS_OWNED_CMK'];

export const streamEncrypted: Rule = {
  id: 'kinesisfirehose-stream-encrypted',
  title: 'delivery streams that take records directly encrypt them',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Firehose buffers what it is sent, in the clear unless it is told otherwise.',
  fix: 'set DeliveryStreamEncryptionConfigurationInput.KeyType',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    const type = stream.property('DeliveryStreamType');
    // what comes from a stream or a cluster is encrypted there
    if (accepts(type, (value) => value !== undefined && value !== 'DirectPut') === true)
      return 'not-applicable';
    return requireLiteral(
      stream.property('DeliveryStreamEncryptionConfigurationInput.KeyType'),
      (value) => KEY_TYPES.includes(value),
      `must be ${KEY_TYPES.join(' or ')}`,
    );
  },
};
