import { Settings, type ParameterValues } from './parameter';
import { ANY_TYPE, type Observation, type Rule } from './rule';
import type { Assembly } from './template/assembly';
import type { Resource } from './template/resource';
import type { Template } from './template/template';

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
 * @param parameters values that are not the defaults, by rule id
 * @param templates those to judge; the others of the assembly are looked at where they are named
 * @param asOf YYYY-MM-DD; without it what holds until some day is unknown
 */
export function judge(
  assembly: Assembly,
  rules: readonly Rule[],
  parameters: ParameterValues = {},
  templates: readonly Template[] = assembly.templates,
  asOf?: string,
): readonly Outcome[] {
  const defaults = asOf === undefined ? Settings.DEFAULTS : new Settings({}, asOf);
  const byType = new Map<string, SetRule[]>();
  for (const rule of rules) {
    const values = Object.hasOwn(parameters, rule.id) ? parameters[rule.id] : undefined;
    const each = { rule, settings: values === undefined ? defaults : new Settings(values, asOf) };
    for (const type of rule.resourceTypes) {
      const sameType = byType.get(type);
      if (sameType) sameType.push(each);
      else byType.set(type, [each]);
    }
  }
  const ofAnyType = byType.get(ANY_TYPE) ?? [];
  for (const [type, some] of byType) if (type !== ANY_TYPE) some.push(...ofAnyType);
  const outcomes: Outcome[] = [];
  for (const template of templates) {
    for (const resource of template.resources) {
      for (const each of byType.get(resource.type) ?? ofAnyType) {
        const outcome = apply(each, resource);
        // a rule of any type looks at the resources it has something to say about
        const isSilent = outcome.verdict === 'not-applicable' && each.rule.resourceTypes[0] === ANY_TYPE;
        if (!isSilent) outcomes.push(outcome);
      }
    }
  }
  return outcomes;
}

/** A rule with its parameters. */
interface SetRule {
  readonly rule: Rule;
  readonly settings: Settings;
}

function apply({ rule, settings }: SetRule, resource: Resource): Outcome {
  try {
    const judgement = rule.check(resource, resource.template, settings);
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
