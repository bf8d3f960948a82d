import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { requireCustomerKey } from '../kms/customer-key';

/** Seconds. What Step Functions takes when nothing is said. */
const LONGEST_REUSE = 300;

export const customerKey: Rule = {
  id: 'stepfunctions-customer-key',
  title: 'inputs and outputs of steps are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'The history of executions holds notes, prompts and answers for 90 days, for whoever may read executions.',
  fix: 'set EncryptionConfiguration with Type CUSTOMER_MANAGED_KMS_KEY and KmsKeyId',
  resourceTypes: ['AWS::StepFunctions::StateMachine', 'AWS::StepFunctions::Activity'],
  check(resource) {
    const encryption = resource.property('EncryptionConfiguration');
    return [
      ...requireLiteral(
        encryption.at('Type'),
        (type) => type === 'CUSTOMER_MANAGED_KMS_KEY',
        'must be CUSTOMER_MANAGED_KMS_KEY',
      ),
      ...requireCustomerKey(encryption.at('KmsKeyId')),
      ...allowLiteral(
        encryption.at('KmsDataKeyReusePeriodSeconds'),
        (seconds) => numberOf(seconds) <= LONGEST_REUSE,
        `must be at most ${LONGEST_REUSE} seconds`,
      ),
    ];
  },
};
