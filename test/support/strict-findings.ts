import { rulesIn } from '../../lib/compliance/profile';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { assemblyOf, judgedOnTheDay } from './judge-template';
import type { CloudTemplate } from './synthesize';

/** What the strictest profile finds in a template, as `rule: property`; of one type, or of all. */
export function findingsOf(template: CloudTemplate, type?: string): readonly string[] {
  return judgedOnTheDay(assemblyOf(template as unknown as JsonObject), rulesIn('strict', RULES)).flatMap(
    ({ rule, resource, verdict, observations }) =>
      (verdict === 'finding' || verdict === 'unknown') && (type === undefined || resource.type === type)
        ? observations.map(({ property, message }) => `${rule.id}: ${property} ${message}`)
        : [],
  );
}
