import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { ENDED_RUNTIMES } from './ended-runtimes';

const ended: Parameter<readonly string[]> = {
  name: 'endedRuntimes',
  description: 'runtimes that are no longer supported, by identifier',
  default: ENDED_RUNTIMES,
};

export const runtimeSupported: Rule = {
  id: 'lambda-runtime-supported',
  title: 'functions run on a runtime that AWS still patches',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(4)'],
  parameters: [ended],
  why: 'Nobody closes the holes that are found in a runtime after its end.',
  fix: 'move to the latest version of the runtime',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda, _, settings) {
    const runtimes: readonly unknown[] = settings.of(ended);
    const runtime = lambda.property('Runtime');
    if (!runtime.isPresent) return 'not-applicable';
    return allowLiteral(runtime, (value) => !runtimes.includes(value), 'is no longer supported by AWS');
  },
};
