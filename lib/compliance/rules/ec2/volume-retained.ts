import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { machineOf, MACHINE_TYPES, volumesOf } from './machine';

const KEEPING: readonly unknown[] = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];

export const volumeRetained: Rule = {
  id: 'ec2-volume-retained',
  title: 'volumes outlive their stack or machine, or leave a snapshot',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'By default a volume goes with its stack or machine, or when a property of it is changed.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Snapshot or Retain, of a block device DeleteOnTermination to false',
  resourceTypes: ['AWS::EC2::Volume', ...MACHINE_TYPES, 'AWS::AutoScaling::LaunchConfiguration'],
  check(resource) {
    if (resource.type !== 'AWS::EC2::Volume')
      return volumesOf(machineOf(resource)).flatMap((volume) =>
        requireLiteral(volume.at('DeleteOnTermination'), (value) => !isTrue(value), 'must be false'),
      );
    return ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name) =>
      requireLiteral(
        resource.attribute(name),
        (value) => KEEPING.includes(value),
        'must be Snapshot or Retain',
      ),
    );
  },
};
