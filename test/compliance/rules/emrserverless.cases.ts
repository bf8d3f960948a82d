import type { RuleCases } from '../../support/judge-template';

export const emrserverlessCases: readonly RuleCases[] = [];
