import type { Observation, Rule } from './rule';
import type { Assembly } from './template/assembly';
import type { Resource } from './template/resource';

/** What one rule says about one resource, before any waiver. */
export interface Outcome {
  readonly rule: Rule;
  readonly resource: Resource;
  /** Findings win over unknowns: a resource with both breaks the rule. */
  readonly verdict: 'compliant' | 'finding' | 'unknown' | 'not-applicable';
  /** One per place in the resource; empty unless the verdict is `finding` or `unknown`. */
  readonly observations: readonly Observation[];
  /** True when the rule itself failed: nothing was checked, and nothing may waive that. */
  readonly crashed: boolean;
}

/**
 * Runs every rule on every resource of the types it names, in the order of templates, resources and rules.
 * Never throws: a rule that does yields a `finding` that says so.
 */
export function judge(assembly: Assembly, rules: readonly Rule[]): readonly Outcome[] {
  const byType = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const type of rule.resourceTypes) {
      const sameType = byType.get(type);
      if (sameType) sameType.push(rule);
      else byType.set(type, [rule]);
    }
  }
  const outcomes: Outcome[] = [];
  for (const template of assembly.templates) {
    for (const resource of template.resources) {
      for (const rule of byType.get(resource.type) ?? []) outcomes.push(apply(rule, resource));
    }
  }
  return outcomes;
}

function apply(rule: Rule, resource: Resource): Outcome {
  try {
    const judgement = rule.check(resource, resource.template);
    if (judgement === 'not-applicable') {
      return { rule, resource, verdict: 'not-applicable', observations: [], crashed: false };
    }
    const verdict =
      judgement.length === 0
        ? 'compliant'
        : judgement.some((observation) => observation.verdict === 'finding')
          ? 'finding'
          : 'unknown';
    return { rule, resource, verdict, observations: judgement, crashed: false };
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'error';
    const message = `the rule failed on this resource (${kind}): nothing was checked`;
    return {
      rule,
      resource,
      verdict: 'finding',
      observations: [{ verdict: 'finding', property: '', message }],
      crashed: true,
    };
  }
}
