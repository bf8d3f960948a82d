import type { RuleCases } from '../../support/judge-template';

export const glueCases: readonly RuleCases[] = [];
