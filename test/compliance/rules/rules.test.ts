import { isObject, type Json, type JsonObject } from '../../../lib/compliance/template/json';
import { either, NOTHING, outcomeOf, type RuleCase } from '../../support/judge-template';
import { CASES } from './cases';

describe.each(CASES.map(({ rule, cases }) => ({ id: rule.id, rule, cases })))('$id:', ({ rule, cases }) => {
  // one test for all cases of a rule: Jest takes as long to count a test as a rule to judge a template
  test('each case has its verdict, seen where it says', () => {
    const outcomes = cases.map((each) => ({ each, outcome: outcomeOf(rule, each) }));
    expect(outcomes.map(({ each, outcome }) => `${each.name}: ${outcome.verdict}`)).toEqual(
      cases.map(({ name, verdict }) => `${name}: ${verdict}`),
    );
    const placed = outcomes.filter(({ each }) => each.at !== undefined);
    if (placed.length === 0) return;
    expect(
      placed.map(({ each, outcome }) => [each.name, outcome.observations.map(({ property }) => property)]),
    ).toEqual(placed.map(({ each }) => [each.name, each.at]));
  });
});

/** What is in a template, perhaps; without it the template stays as it is, and was judged above. */
const BOOLEAN_OR_NUMBER = /[:[,](?:true|false|-?\d)/u;
const DOCUMENT = /"(?:KeyPolicy|(?:AssumeRole)?PolicyDocument)":/u;

describe('every case of every rule keeps its verdict', () => {
  const wronglyJudged = (has: RegExp, change: (template: Json) => Json) => {
    let judged = 0;
    const wrong = CASES.flatMap(({ rule, cases }) =>
      cases
        .filter(({ stacks }) => has.test(JSON.stringify(stacks)))
        .flatMap((each) => {
          judged += 1;
          const { verdict } = outcomeOf(rule, changed(each, change));
          return verdict === each.verdict ? [] : [`${rule.id}: ${each.name}, not ${verdict}`];
        }),
    );
    expect(judged).toBeGreaterThan(500);
    return wrong;
  };

  test('with every boolean and number written as text', () => {
    expect(wronglyJudged(BOOLEAN_OR_NUMBER, quoted)).toEqual([]);
  });

  test('with policy documents as JSON text', () => {
    expect(wronglyJudged(DOCUMENT, documentsAsText)).toEqual([]);
  });
});

test('no finding of any rule is passed for being one branch of a condition', () => {
  let mixtures = 0;
  const passed = CASES.flatMap(({ rule, cases }) => {
    const good = cases.filter(({ verdict }) => verdict === 'compliant' || verdict === 'not-applicable');
    const bad = cases.filter(({ verdict }) => verdict === 'finding');
    return bad.flatMap((finding) => {
      const alike = good.filter((each) => subjectOf(each)['Type'] === subjectOf(finding)['Type']);
      const [, ...others] = finding.stacks;
      return [finding, ...alike].flatMap((other) => {
        mixtures += 1;
        const { verdict } = outcomeOf(rule, { ...finding, stacks: [mixed(finding, other), ...others] });
        return verdict === 'finding' || verdict === 'unknown'
          ? []
          : [`${rule.id}: ${finding.name}, or ${other.name}: ${verdict}`];
      });
    });
  });
  expect(mixtures).toBeGreaterThan(5000);
  expect(passed).toEqual([]);
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
