import { z } from 'zod';
import { isControlId, NEVER_CITED } from './law/law';
import { PROFILES } from './profile';
import type { Rule } from './rule';

/** A rule file that cannot be used. The message names every fault. */
export class InvalidRuleFile extends Error {
  override readonly name = 'InvalidRuleFile';
}

const words = z.string().trim().min(1, 'is empty');
const ruleSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9]*-[a-z0-9-]+$/u, 'must be <service>-<name> in small letters'),
  title: words,
  severity: z.enum(['fatal', 'error', 'warning']),
  controls: z
    .array(
      z.string().refine((id) => isControlId(id) && !NEVER_CITED.has(id), {
        error: 'is no paragraph of 45 CFR 164 that a rule can support',
      }),
    )
    .min(1, 'cites no paragraph'),
  profiles: z.array(z.enum(PROFILES)).min(1, 'names no profile'),
  why: words,
  fix: words,
  resourceTypes: z.array(words).min(1, 'names no resource type'),
  parameters: z
    .array(
      z.object({
        name: words,
        description: words,
        default: z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]),
      }),
    )
    .optional(),
  check: z.custom<Rule['check']>((value) => typeof value === 'function', 'must be a function'),
});

/**
 * The rules that a module exports, each by itself or in lists.
 * @param exported what the module exports
 * @param file shown in errors
 * @param taken ids that are taken by our own rules
 * @throws InvalidRuleFile when it exports no rule, a rule lacks a field, or an id is taken
 */
export function userRules(exported: unknown, file: string, taken: readonly Rule[]): readonly Rule[] {
  const candidates = membersOf(exported).filter(looksLikeRule);
  if (candidates.length === 0) {
    throw new InvalidRuleFile(`${file}: exports no rule; export objects with id, title … and check()`);
  }
  const ids = new Set(taken.map(({ id }) => id));
  const problems: string[] = [];
  for (const candidate of new Set(candidates)) {
    const result = ruleSchema.safeParse(candidate);
    const name = String(candidate.id);
    for (const issue of result.error?.issues ?? []) {
      problems.push(`${file}: rule '${name}': ${issue.path.map(String).join('.')}: ${issue.message}`);
    }
    if (ids.has(name)) problems.push(`${file}: rule '${name}': another rule has this id`);
    ids.add(name);
  }
  if (problems.length > 0) throw new InvalidRuleFile(problems.join('\n'));
  // the schema holds each to the type; the objects themselves are kept, for their `this`
  return [...new Set(candidates)] as unknown as readonly Rule[];
}

/** Exports of the module, lists opened; `default` may be a module of its own when CommonJS was imported. */
function membersOf(exported: unknown): readonly unknown[] {
  if (typeof exported !== 'object' || exported === null) return [];
  return Object.entries(exported).flatMap(([name, value]: [string, unknown]): readonly unknown[] => {
    if (Array.isArray(value)) return value as readonly unknown[];
    return name === 'default' && !looksLikeRule(value) ? membersOf(value) : [value];
  });
}

function looksLikeRule(value: unknown): value is { readonly id: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}
