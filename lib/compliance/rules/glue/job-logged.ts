import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const jobLogged: Rule = {
  id: 'glue-job-logged',
  title: 'jobs log as they run',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without continuous logs a job that is stopped leaves no word of what it read.',
  fix: "set '--enable-continuous-cloudwatch-log' to 'true' in DefaultArguments",
  resourceTypes: ['AWS::Glue::Job'],
  check(job) {
    return requireLiteral(
      job.property('DefaultArguments').member('--enable-continuous-cloudwatch-log'),
      isTrue,
      'must be true',
    );
  },
};
