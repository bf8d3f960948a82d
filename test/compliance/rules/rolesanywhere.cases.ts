import type { RuleCases } from '../../support/judge-template';

export const rolesanywhereCases: readonly RuleCases[] = [];
