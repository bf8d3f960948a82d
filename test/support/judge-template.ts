import { judge, type Outcome } from '../../lib/compliance/judge';
import type { Rule } from '../../lib/compliance/rule';
import { Assembly } from '../../lib/compliance/template/assembly';
import type { Json, JsonObject } from '../../lib/compliance/template/json';
import type { TemplateSource } from '../../lib/compliance/template/template';

/** The day on which what expires is judged in tests. */
export const AS_OF = '2026-11-27';

export type Verdict = Outcome['verdict'];

/** What rules say of a whole assembly on that day. */
export function judgedOnTheDay(assembly: Assembly, rules: readonly Rule[]): readonly Outcome[] {
  return judge(assembly, rules, {}, assembly.templates, AS_OF);
}

/** Template bodies as stacks of one assembly, named `Stack1`, `Stack2` …, their files `stack-1`, `stack-2` … */
export function assemblyOf(...bodies: readonly JsonObject[]): Assembly {
  return new Assembly(bodies.map((body, index) => source(body, `stack-${index + 1}`, `Stack${index + 1}`)));
}

/** Stacks of which the first deploys others as nested stacks. */
function nestingAssembly({ stacks, nested = {} }: Scenario): Assembly {
  const files = new Set(Object.values(nested));
  return new Assembly(
    stacks.map((body, index) => {
      const file = `stack-${index + 1}`;
      const own = source(body, file, files.has(file) ? undefined : `Stack${index + 1}`);
      return index === 0 ? { ...own, nestedStacks: new Map(Object.entries(nested)) } : own;
    }),
  );
}

export function source(body: JsonObject, path: string, stackName?: string): TemplateSource {
  return { path, sha256: '0'.repeat(64), body, ...(stackName === undefined ? {} : { stackName }) };
}

/** What a rule says about one resource, looked for in the order of the stacks. */
export function outcomeOf(rule: Rule, scenario: Scenario, logicalId = 'Subject'): Outcome {
  const assembly = nestingAssembly(scenario);
  const outcome = judge(assembly, [rule], {}, assembly.templates, scenario.day).find(
    (each) => each.resource.logicalId === logicalId,
  );
  if (!outcome) throw new Error(`${rule.id} does not look at ${logicalId}`);
  if (outcome.crashed) throw new Error(`${rule.id} failed on ${logicalId}`);
  return outcome;
}

export function verdictOf(rule: Rule, template: JsonObject, logicalId = 'Subject'): Verdict {
  return outcomeOf(rule, { stacks: [template] }, logicalId).verdict;
}

/** Stacks to judge; the resource `Subject` is in the first. */
export interface Scenario {
  readonly stacks: readonly [JsonObject, ...JsonObject[]];
  /** File (`stack-2` …) by the logical id of the nested stack in the first one. */
  readonly nested?: Readonly<Record<string, string>>;
  /** On which it is judged; without it nobody says what day it is. */
  readonly day?: string;
  /** Where in the resource something is seen, in order; not looked at when absent. */
  readonly at?: readonly string[];
}

export interface RuleCase extends Scenario {
  /** `<condition> is <verdict>`. */
  readonly name: string;
  readonly verdict: Verdict;
}

export interface RuleCases {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
}

const VERDICTS: readonly (readonly [ending: string, verdict: Verdict])[] = [
  [' is compliant', 'compliant'],
  [' is a finding', 'finding'],
  [' is unknown', 'unknown'],
  [' is not applicable', 'not-applicable'],
];

/** The cases of a rule; what each name ends with is the verdict expected. */
export function casesOf(rule: Rule, table: Readonly<Record<string, Scenario>>): RuleCases {
  const cases = Object.entries(table).map(([name, scenario]) => {
    const verdict = VERDICTS.find(([ending]) => name.endsWith(ending))?.[1];
    if (!verdict) throw new Error(`"${name}" does not end in a verdict`);
    return { name, verdict, ...scenario };
  });
  return { rule, cases };
}

/** A resource of a template. */
export function resource(type: string, properties: JsonObject = {}, attributes: JsonObject = {}): JsonObject {
  return { Type: type, Properties: properties, ...attributes };
}

/** One stack with the resource `Subject`, a parameter `Open` without default and a condition `Maybe`. */
export function subject(type: string, properties: JsonObject = {}, others: JsonObject = {}): Scenario {
  return stack({ Subject: resource(type, properties), ...others });
}

export function stack(resources: JsonObject): Scenario {
  return { stacks: [body(resources)] };
}

export function body(resources: JsonObject, rest: JsonObject = {}): JsonObject {
  return {
    Parameters: { Open: { Type: 'String' }, Wide: { Type: 'String', Default: '0.0.0.0/0' } },
    Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'Open' }, 'yes'] } },
    Resources: resources,
    ...rest,
  };
}

/** The scenario with the places where something must be seen. */
export function seen(scenario: Scenario, ...at: readonly string[]): Scenario {
  return { ...scenario, at };
}

/** The scenario with further stacks beside it. */
export function beside(scenario: Scenario, ...others: readonly JsonObject[]): Scenario {
  return { ...scenario, stacks: [...scenario.stacks, ...others] };
}

export const ref = (logicalId: string): JsonObject => ({ Ref: logicalId });
export const arn = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
export const either = (yes: Json, no: Json): JsonObject => ({
  'Fn::If': ['Maybe', yes, no],
});
/** Nothing, said by an expression. */
export const NOTHING: JsonObject = { Ref: 'AWS::NoValue' };
/** Known only when the stack deploys. */
export const OPEN: JsonObject = { Ref: 'Open' };
/** A stack that exports the ARN of a key and the name of a bucket. */
export const FAR_STACK: JsonObject = {
  Resources: { FarKey: resource('AWS::KMS::Key'), FarBucket: resource('AWS::S3::Bucket') },
  Outputs: {
    Key: { Value: arn('FarKey'), Export: { Name: 'far-key' } },
    Bucket: { Value: ref('FarBucket'), Export: { Name: 'far-bucket' } },
  },
};
export const FAR_KEY: JsonObject = { 'Fn::ImportValue': 'far-key' };
