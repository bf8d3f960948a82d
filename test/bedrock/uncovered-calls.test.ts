import { readFileSync } from 'node:fs';
import path from 'node:path';
import { guardrailPage } from '../../bin/guardrail-page';
import { DeniedDoors } from '../../lib/bedrock/denied-doors';
import { CLOSED_DOORS, UNGUARDED_CALLS } from '../../lib/bedrock/doors';
import { UNCOVERED_CALLS } from '../../lib/bedrock/uncovered-calls';
import { ROOT, testStack } from '../support/synthesize';

const denied = UNCOVERED_CALLS.flatMap(({ closedBy }) => (closedBy.kind === 'denied' ? closedBy.doors : []));

test('each call is there once, with a reason in one sentence', () => {
  const names = UNCOVERED_CALLS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { why } of UNCOVERED_CALLS) expect(why).toMatch(/^[A-Z].*\.$/u);
});

test('what is said to be denied is denied by default, to everybody', () => {
  const statements = new DeniedDoors(testStack(), 'Doors')
    .statements()
    .map((each) => each.toJSON() as object);
  expect(denied.length).toBeGreaterThan(0);
  for (const sid of denied)
    expect(statements).toContainEqual(expect.objectContaining({ Sid: sid, Effect: 'Deny', Resource: '*' }));
});

test('every door that calls could go through past the guardrail is named', () => {
  const past = [
    ...Object.values(UNGUARDED_CALLS).map(({ sid }) => sid),
    // a bearer key is another way to sign a call, not another call
    ...CLOSED_DOORS.map(({ sid }) => sid).filter((sid) => sid !== 'NoBearerKeys'),
  ];
  expect(denied.toSorted()).toEqual(past.toSorted());
});

test('what only code can close says which code', () => {
  const controls = UNCOVERED_CALLS.flatMap(({ closedBy }) =>
    closedBy.kind === 'code' ? [closedBy.control] : [],
  );
  expect(controls.length + UNCOVERED_CALLS.filter(({ closedBy }) => closedBy.kind === 'denied').length).toBe(
    UNCOVERED_CALLS.length,
  );
  for (const control of controls) expect(control.length).toBeGreaterThan(20);
});

describe('docs/guardrails.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs', 'guardrails.md'), 'utf8');

  test('says what the code says', () => {
    expect(guardrailPage(page)).toBe(page);
    for (const { name } of UNCOVERED_CALLS) expect(page).toContain(`| ${name} |`);
  });

  test('is refused without marks around its table', () => {
    expect(() => guardrailPage('# Guardrails')).toThrow('no marks');
  });
});
