import { parameterProblem, type ParameterValues } from './parameter';
import { DEFAULT_PROFILE, PROFILES, rulesIn, type Profile } from './profile';
import type { Rule } from './rule';

/** The rules of one judgement and how they are set. */
export interface RuleSet {
  readonly profile: Profile;
  readonly rules: readonly Rule[];
  /** Values that are not the defaults. */
  readonly parameters: ParameterValues;
  /** Ids of the rules that could have run and were not chosen. */
  readonly idle: ReadonlySet<string>;
  /** YYYY-MM-DD: the day on which is judged; absent when nobody said. */
  readonly asOf?: string;
}

/** What a user may say about the rules to run. */
export interface RuleSelection {
  /** @default 'hipaa' */
  readonly profile?: string | undefined;
  /**
   * Ids of the rules to run, of those in the profile or not; `service-*` stands for all that begin like this.
   * @default - the rules of the profile
   */
  readonly only?: readonly string[] | undefined;
  /**
   * Values for parameters, by rule id and name.
   * @default - each parameter's own
   */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /**
   * YYYY-MM-DD: the day on which is judged.
   * @default - what holds until some day is unknown
   */
  readonly asOf?: string | undefined;
}

/** A selection that cannot be used. The message names every fault and what may be said instead. */
export class InvalidRuleSelection extends Error {
  override readonly name = 'InvalidRuleSelection';
}

/**
 * @param available the rules to choose from, ours and the user's own
 * @throws InvalidRuleSelection for a profile, rule or parameter that does not exist, or a value of another type
 */
export function ruleSet(available: readonly Rule[], selection: RuleSelection = {}): RuleSet {
  const { only, parameters = {}, asOf } = selection;
  const profile = profileNamed(selection.profile ?? DEFAULT_PROFILE);
  const rules = only === undefined ? rulesIn(profile, available) : rulesNamed(only, available);
  const problems = Object.entries(parameters).flatMap(([id, values]) =>
    parameterProblems(id, values, available),
  );
  if (problems.length > 0) throw new InvalidRuleSelection(problems.join('\n'));
  const idle = new Set(available.filter((rule) => !rules.includes(rule)).map(({ id }) => id));
  // JSON and YAML give unknown; each value was just held to the type of its default
  return {
    profile,
    rules,
    parameters: parameters as ParameterValues,
    idle,
    ...(asOf === undefined ? {} : { asOf }),
  };
}

function profileNamed(name: string): Profile {
  const found = PROFILES.find((profile) => profile === name);
  if (found === undefined) {
    throw new InvalidRuleSelection(`no profile '${name}'; give one of: ${PROFILES.join(', ')}`);
  }
  return found;
}

function rulesNamed(names: readonly string[], available: readonly Rule[]): readonly Rule[] {
  const unknown = names.filter((name) => !available.some((rule) => isNamed(rule, name)));
  if (unknown.length > 0 || names.length === 0) {
    throw new InvalidRuleSelection(
      unknown.length > 0
        ? `no rule ${unknown.map((name) => `'${name}'`).join(', ')}; 'hipaa-ai rules' lists them`
        : 'no rule is named; name at least one',
    );
  }
  return available.filter((rule) => names.some((name) => isNamed(rule, name)));
}

function isNamed({ id }: Rule, name: string): boolean {
  return name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : id === name;
}

function parameterProblems(
  id: string,
  values: Readonly<Record<string, unknown>>,
  available: readonly Rule[],
): readonly string[] {
  const rule = available.find((each) => each.id === id);
  if (!rule) return [`parameters are given for '${id}', which is no rule; 'hipaa-ai rules' lists them`];
  const known = rule.parameters ?? [];
  return Object.entries(values).flatMap(([name, value]) => {
    const parameter = known.find((each) => each.name === name);
    if (!parameter) {
      const names = known.map((each) => each.name).join(', ');
      return [`${id} has no parameter '${name}'; ${names === '' ? 'it has none' : `it has: ${names}`}`];
    }
    const problem = parameterProblem(parameter, value);
    return problem === undefined ? [] : [`${id}.${name} ${problem}`];
  });
}
