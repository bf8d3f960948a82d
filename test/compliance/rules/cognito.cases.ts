import type { RuleCases } from '../../support/judge-template';

export const cognitoCases: readonly RuleCases[] = [];
