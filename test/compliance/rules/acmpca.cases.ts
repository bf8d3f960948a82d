import type { RuleCases } from '../../support/judge-template';

export const acmpcaCases: readonly RuleCases[] = [];
