import type { RuleCases } from '../../support/judge-template';

export const elasticbeanstalkCases: readonly RuleCases[] = [];
