import { readDocument } from '../../lib/compliance/policy/document';
import type { Statement } from '../../lib/compliance/policy/statement';
import { text } from '../encryption/policy-evaluator';
import type { Json } from './synthesize';

/**
 * What a synthesized document says once deployed to the invented account, for the evaluator: pseudo parameters are filled
 * in, another resource reads as `<LogicalId.Attribute>`.
 */
export function deployed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(deployed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first && (first[0] === 'Ref' || first[0].startsWith('Fn::')))
    return text(value);
  return Object.fromEntries(entries.map(([key, each]) => [key, deployed(each)]));
}

/** Statements of a synthesized policy document. */
export function statementsIn(document: Json | undefined): readonly Statement[] {
  if (document === undefined) throw new Error('there is no document');
  return readDocument(deployed(document));
}
