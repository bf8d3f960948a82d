import type { RuleCases } from '../../support/judge-template';

export const secretsmanagerCases: readonly RuleCases[] = [];
