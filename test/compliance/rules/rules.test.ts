import { isObject, type Json, type JsonObject } from '../../../lib/compliance/template/json';
import { either, NOTHING, outcomeOf, type RuleCase } from '../../support/judge-template';
import { CASES } from './cases';

describe.each(CASES.map(({ rule, cases }) => ({ id: rule.id, rule, cases })))('$id:', ({ rule, cases }) => {
  test.each(cases)('$name', (each) => {
    const outcome = outcomeOf(rule, each);
    expect(outcome.verdict).toBe(each.verdict);
    if (each.at) expect(outcome.observations.map(({ property }) => property)).toEqual(each.at);
  });

  test.each(cases)('$name, with every boolean and number written as text', (each) => {
    expect(outcomeOf(rule, changed(each, quoted)).verdict).toBe(each.verdict);
  });

  test.each(cases)('$name, with policy documents as JSON text', (each) => {
    expect(outcomeOf(rule, changed(each, documentsAsText)).verdict).toBe(each.verdict);
  });

  const good = cases.filter(({ verdict }) => verdict === 'compliant' || verdict === 'not-applicable');
  const bad = cases.filter(({ verdict }) => verdict === 'finding');
  if (bad.length > 0) {
    test.each(bad)('$name, and is not passed for being one branch of a condition', (finding) => {
      const alike = good.filter((each) => subjectOf(each)['Type'] === subjectOf(finding)['Type']);
      for (const other of [finding, ...alike]) {
        const [, ...others] = finding.stacks;
        const { verdict } = outcomeOf(rule, { ...finding, stacks: [mixed(finding, other), ...others] });
        expect(`${other.name}: ${verdict}`).toMatch(/: (?:finding|unknown)$/u);
      }
    });
  }
});

function changed(scenario: RuleCase, change: (template: Json) => Json): RuleCase {
  const [first, ...others] = scenario.stacks;
  const apply = (template: JsonObject) => asObject(change(template));
  return { ...scenario, stacks: [apply(first), ...others.map(apply)] };
}

function asObject(value: Json): JsonObject {
  if (!isObject(value)) throw new Error('not an object');
  return value;
}

function mapped(value: Json, change: (key: string, member: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((member: Json) => mapped(member, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, change(key, mapped(member ?? null, change))]),
  );
}

function quoted(value: Json): Json {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((member: Json) => quoted(member));
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, quoted(member ?? null)]))
    : value;
}

/** Documents without intrinsic functions, as the same JSON in text. */
function documentsAsText(value: Json): Json {
  return mapped(value, (key, member) => {
    const text = JSON.stringify(member);
    return /^(?:KeyPolicy|(?:AssumeRole)?PolicyDocument)$/u.test(key) &&
      isObject(member) &&
      !/"(?:Ref|Fn::\w+)":/u.test(text)
      ? text
      : member;
  });
}

function subjectOf({ stacks: [template] }: RuleCase): JsonObject {
  return asObject(asObject(template['Resources'] ?? null)['Subject'] ?? null);
}

/** The template of a finding, each property of its subject chosen by a condition between the finding's and the other's. */
function mixed(finding: RuleCase, other: RuleCase): JsonObject {
  const [template] = finding.stacks;
  const mine = subjectOf(finding);
  const theirs = subjectOf(other);
  const choose = (a: JsonObject, b: JsonObject) =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
        key,
        either(b[key] ?? NOTHING, a[key] ?? NOTHING),
      ]),
    );
  const { Type, Properties, Condition, ...attributes } = mine;
  const { Type: _type, Properties: otherProperties, Condition: _condition, ...otherAttributes } = theirs;
  return {
    ...template,
    Resources: {
      ...asObject(template['Resources'] ?? null),
      Subject: {
        Type,
        ...(Condition === undefined ? {} : { Condition }),
        ...choose(attributes, otherAttributes),
        Properties: choose(asObject(Properties ?? {}), asObject(otherProperties ?? {})),
      },
    },
  };
}
