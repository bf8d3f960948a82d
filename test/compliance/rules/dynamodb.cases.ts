import type { RuleCases } from '../../support/judge-template';

export const dynamodbCases: readonly RuleCases[] = [];
