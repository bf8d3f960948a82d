import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { sessionInputs } from './session-document';

export const sessionCustomerKey: Rule = {
  id: 'ssm-session-customer-key',
  title: 'shells on machines are encrypted end to end',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Besides TLS, a key of your own keeps what is typed and shown between the person and the machine.',
  fix: 'set inputs.kmsKeyId',
  resourceTypes: ['AWS::SSM::Document'],
  check(document) {
    const inputs = sessionInputs(document);
    return inputs.length === 0
      ? 'not-applicable'
      : inputs.flatMap((each) => requireCustomerKey(each.at('kmsKeyId')));
  },
};
