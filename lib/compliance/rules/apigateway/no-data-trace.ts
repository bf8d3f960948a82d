import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { settingsOf, STAGE_TYPES } from './stage';

export const noDataTrace: Rule = {
  id: 'apigateway-no-data-trace',
  title: 'stages of an API log no bodies of requests and answers',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The trace writes whole bodies, PHI included, to a log that operators read.',
  fix: 'set DataTraceEnabled to false, or leave it out',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    return settingsOf(resource).flatMap((settings) =>
      allowLiteral(settings.at('DataTraceEnabled'), (value) => !isTrue(value), 'must not be true'),
    );
  },
};
