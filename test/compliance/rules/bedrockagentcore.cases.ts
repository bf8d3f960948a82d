import type { RuleCases } from '../../support/judge-template';

export const bedrockagentcoreCases: readonly RuleCases[] = [];
