import type { RuleCases } from '../../support/judge-template';

export const backupCases: readonly RuleCases[] = [];
