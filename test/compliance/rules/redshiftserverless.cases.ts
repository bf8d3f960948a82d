import type { RuleCases } from '../../support/judge-template';

export const redshiftserverlessCases: readonly RuleCases[] = [];
