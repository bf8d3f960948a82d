import type { RuleCases } from '../../support/judge-template';

export const eventsCases: readonly RuleCases[] = [];
