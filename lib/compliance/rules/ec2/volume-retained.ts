import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const KEEPING: readonly unknown[] = ['Retain', 'RetainExceptOnCreate', 'Snapshot'];

export const volumeRetained: Rule = {
  id: 'ec2-volume-retained',
  title: 'volumes outlive their stack, or leave a snapshot',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'By default a volume goes with its stack, or when a property of it is changed.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Snapshot or Retain',
  resourceTypes: ['AWS::EC2::Volume'],
  check(volume) {
    return ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name) =>
      requireLiteral(
        volume.attribute(name),
        (value) => KEEPING.includes(value),
        'must be Snapshot or Retain',
      ),
    );
  },
};
