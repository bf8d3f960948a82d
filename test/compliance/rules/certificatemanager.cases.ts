import type { RuleCases } from '../../support/judge-template';

export const certificatemanagerCases: readonly RuleCases[] = [];
