import type { RuleCases } from '../../support/judge-template';

export const healthlakeCases: readonly RuleCases[] = [];
