import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { linked } from '../cloudformation/companions';

const sources = linked(['AWS::SQS::Queue'], (queue) => queue.property('RedrivePolicy.deadLetterTargetArn'));
const PERMISSIONS: readonly unknown[] = ['byQueue', 'denyAll'];

export const deadLettersFrom: Rule = {
  id: 'sqs-dead-letters-from',
  title: 'dead-letter queues say whose messages they take',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'By default every queue of the account may leave its messages there, to be read by who looks after this one.',
  fix: 'set RedriveAllowPolicy with redrivePermission byQueue and sourceQueueArns',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    const policy = queue.property('RedriveAllowPolicy');
    if (sources(queue).length === 0 && !policy.isPresent) return 'not-applicable';
    return requireLiteral(
      policy.at('redrivePermission'),
      (permission) => PERMISSIONS.includes(permission),
      `must be ${PERMISSIONS.join(' or ')}`,
    );
  },
};
