import { allowLiteral, requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { machineOf, MACHINE_TYPES, volumesOf } from './machine';

export const volumeEncrypted: Rule = {
  id: 'ec2-volume-encrypted',
  title: 'volumes are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.402'],
  profiles: ['hipaa'],
  why: 'A snapshot of a volume that is not encrypted can be shared with any account, and read there.',
  fix: 'set Encrypted to true',
  resourceTypes: ['AWS::EC2::Volume', ...MACHINE_TYPES],
  check(resource) {
    return resource.type === 'AWS::EC2::Volume'
      ? requireEncrypted(resource.property(''))
      : volumesOf(machineOf(resource)).flatMap(requireEncrypted);
  },
};

/** EC2 refuses a key for a volume that is not to be encrypted: naming one asks for encryption. */
function requireEncrypted(volume: Property): readonly Observation[] {
  const hasKey = volume
    .at('KmsKeyId')
    .values.every((value) => value.kind !== 'absent' && !(value.kind === 'literal' && value.value === ''));
  const demand = hasKey ? allowLiteral : requireLiteral;
  return demand(volume.at('Encrypted'), isTrue, 'must be true');
}
