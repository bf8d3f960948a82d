import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const guardrailEncrypted: Rule = {
  id: 'bedrock-guardrail-encrypted',
  title: 'guardrails are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa', 'ai'],
  why: 'Denied topics and word lists tell what an organisation treats; under a key of AWS nobody can withdraw access to them.',
  fix: 'set KmsKeyArn to a customer-managed key; callers need kms:Decrypt on it',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return requireCustomerKey(guardrail.property('KmsKeyArn'));
  },
};
