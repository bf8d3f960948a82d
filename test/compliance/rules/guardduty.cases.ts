import type { RuleCases } from '../../support/judge-template';

export const guarddutyCases: readonly RuleCases[] = [];
