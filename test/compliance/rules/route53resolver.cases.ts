import type { RuleCases } from '../../support/judge-template';

export const route53resolverCases: readonly RuleCases[] = [];
