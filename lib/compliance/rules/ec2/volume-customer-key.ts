import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { machineOf, MACHINE_TYPES, volumesOf } from './machine';

export const volumeCustomerKey: Rule = {
  id: 'ec2-volume-customer-key',
  title: 'volumes are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A key of your own says who may read the volume, and can be disabled on the day of a breach.',
  fix: 'set KmsKeyId to a customer-managed key',
  resourceTypes: ['AWS::EC2::Volume', ...MACHINE_TYPES],
  check(resource) {
    return resource.type === 'AWS::EC2::Volume'
      ? requireCustomerKey(resource.property('KmsKeyId'))
      : volumesOf(machineOf(resource)).flatMap((volume) => requireCustomerKey(volume.at('KmsKeyId')));
  },
};
