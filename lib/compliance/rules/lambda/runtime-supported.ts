import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/**
 * Identifiers that AWS no longer patches, as of 2026-11. Source: Lambda developer guide, "Lambda runtimes", dates of
 * deprecation. Node.js 20 and Ruby 3.2 ended in spring 2026, Python 3.10 in October.
 */
const ended: Parameter<readonly string[]> = {
  name: 'endedRuntimes',
  description: 'runtimes that are no longer supported, by identifier',
  default: [
    ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x', 'nodejs12.x'],
    ...['nodejs14.x', 'nodejs16.x', 'nodejs18.x', 'nodejs20.x'],
    ...['python2.7', 'python3.6', 'python3.7', 'python3.8', 'python3.9', 'python3.10'],
    ...['ruby2.5', 'ruby2.7', 'ruby3.2', 'java8', 'go1.x', 'provided', 'provided.al2'],
    ...[
      'dotnetcore1.0',
      'dotnetcore2.0',
      'dotnetcore2.1',
      'dotnetcore3.1',
      'dotnet5.0',
      'dotnet6',
      'dotnet7',
    ],
  ],
};

export const runtimeSupported: Rule = {
  id: 'lambda-runtime-supported',
  title: 'functions run on a runtime that AWS still patches',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa', 'hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(4)'],
  parameters: [ended],
  why: 'Nobody closes the holes that are found in a runtime after its end.',
  fix: 'move to the latest version of the runtime',
  resourceTypes: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  check(lambda, _, settings) {
    const runtimes: readonly unknown[] = settings.of(ended);
    const runtime = lambda.property('Runtime');
    if (!runtime.isPresent) return 'not-applicable';
    return allowLiteral(runtime, (value) => !runtimes.includes(value), 'is no longer supported by AWS');
  },
};
