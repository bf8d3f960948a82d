import type { RuleCases } from '../../support/judge-template';

export const governanceCases: readonly RuleCases[] = [];
