import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const environmentEncrypted: Rule = {
  id: 'lambda-environment-encrypted',
  title: "a function's environment is encrypted with a customer-managed key",
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Whoever may read the configuration of functions reads their variables; a key of your own says who can.',
  fix: 'set KmsKeyArn to a customer-managed key',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const variables = lambda.property('Environment.Variables');
    const isEmpty = variables.values.every(({ kind }) => kind === 'literal') && variables.keys().length === 0;
    if (!variables.isPresent || isEmpty) return 'not-applicable';
    return requireCustomerKey(lambda.property('KmsKeyArn'));
  },
};
