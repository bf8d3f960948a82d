import { finding, type Rule } from '../../rule';
import { machineOf, MACHINE_TYPES } from './machine';

export const instanceNoKeyPair: Rule = {
  id: 'ec2-instance-no-key-pair',
  title: 'machines have no SSH key pair that people share',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'All who hold the key log in as the same user: no record says who read the data.',
  fix: 'leave KeyName out; use Session Manager or EC2 Instance Connect, which log the person',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const key = machineOf(resource).at('KeyName');
    return key.isPresent ? [finding(key.path, 'gives everybody with the key one identity')] : [];
  },
};
