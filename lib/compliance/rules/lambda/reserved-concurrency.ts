import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

export const reservedConcurrency: Rule = {
  id: 'lambda-reserved-concurrency',
  title: 'functions have a concurrency of their own',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: "One function under load uses up the account's concurrency, and the others stop.",
  fix: 'set ReservedConcurrentExecutions',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    return requireValue(
      lambda.property('ReservedConcurrentExecutions'),
      (value) => (value.kind === 'literal' ? numberOf(value.value) >= 0 : undefined),
      'must be a number',
    );
  },
};
