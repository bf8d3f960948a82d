import { CATEGORIES, isCategory, type Category } from '../category';
import { InvalidOptionError } from '../errors';
import { label } from './label';
import type { Operator, Replacement } from './operator';
import { remove } from './remove';
import { surrogate } from './surrogate';
import { token } from './token';

export const OPERATOR_NAMES = ['remove', 'label', 'surrogate', 'token'] as const;
export type OperatorName = (typeof OPERATOR_NAMES)[number];

/** What to do with each category; `default` is for those not listed. */
export type OperatorChoice = Readonly<Partial<Record<Category | 'default', OperatorName>>>;

/** The operators of a redactor, one for each category. */
export interface OperatorSet {
  readonly nameFor: (category: Category) => OperatorName;
  readonly uses: (name: OperatorName) => boolean;
  /** All of them as one. */
  readonly operator: Operator;
}

/**
 * @param secret see {@link surrogate}; needed if any category is given surrogates
 * @throws InvalidOptionError unknown category or operator, or no secret of the length needed
 */
export function createOperatorSet(choice: OperatorChoice, secret: Uint8Array | undefined): OperatorSet {
  for (const [category, name] of Object.entries(choice)) check(category, name);
  const nameFor = (category: Category): OperatorName => choice[category] ?? choice.default ?? 'label';
  const used = new Set(CATEGORIES.map(nameFor));
  const operators = new Map([...used].map((name) => [name, operatorNamed(name, secret)]));
  return {
    nameFor,
    uses: (name) => used.has(name),
    operator(text, context) {
      const replacements = new Map<OperatorName, Replacement>();
      for (const [name, operator] of operators) replacements.set(name, operator(text, context));
      return (span) => (replacements.get(nameFor(span.category)) ?? label)(span);
    },
  };
}

function operatorNamed(name: OperatorName, secret: Uint8Array | undefined): Operator {
  switch (name) {
    case 'remove':
      return remove;
    case 'label':
      return () => label;
    case 'surrogate':
      return surrogate(secret);
    case 'token':
      return token;
  }
}

function check(category: string, name: string | undefined): void {
  if (category !== 'default' && !isCategory(category)) {
    throw new InvalidOptionError(
      `'operators' has an unknown category; allowed: default, ${CATEGORIES.join(', ')}`,
    );
  }
  if (!(OPERATOR_NAMES as readonly unknown[]).includes(name)) {
    throw new InvalidOptionError(`'operators.${category}' must be one of: ${OPERATOR_NAMES.join(', ')}`);
  }
}
