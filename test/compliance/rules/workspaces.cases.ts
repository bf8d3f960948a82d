import type { RuleCases } from '../../support/judge-template';

export const workspacesCases: readonly RuleCases[] = [];
