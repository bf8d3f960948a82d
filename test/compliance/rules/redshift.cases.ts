import type { RuleCases } from '../../support/judge-template';

export const redshiftCases: readonly RuleCases[] = [];
