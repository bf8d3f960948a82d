import { parseWaivers } from '../../../lib/compliance/waivers/parse-waivers';

const complete = `
  - rule: kms-key-rotation
    resource: Stack/Key/Resource
    reason: The key is only used in the rehearsal of a migration.
    alternative: It is rotated by hand at the end of each month.
    owner: Platform engineering
    approver: Security officer
    ticket: SEC-1
    expires: 2027-01-31`;

function parse(rows: string) {
  return parseWaivers(`waivers:${rows}\n`, 'waivers.yaml');
}

test('a complete waiver is read as it is written', () => {
  const file = parse(complete);
  expect(file.problems).toEqual([]);
  expect(file.waivers).toMatchObject([{ rule: 'kms-key-rotation', expires: '2027-01-31' }]);
  expect(file.sha256).toMatch(/^[0-9a-f]{64}$/u);
});

test('a decision about several rules and resources is a waiver for each of them', () => {
  const rules = '[HIPAA.Security-LambdaDLQ, lambda-dead-letter-queue]';
  const several = complete
    .replace('kms-key-rotation', rules)
    .replace(/resource: .*/u, 'resource: [Stack/A/Resource, Stack/B/Resource]');
  const { waivers, problems } = parse(several);
  expect(problems).toEqual([]);
  expect(waivers.map(({ rule, resource }) => `${rule} ${resource}`)).toEqual([
    'HIPAA.Security-LambdaDLQ Stack/A/Resource',
    'HIPAA.Security-LambdaDLQ Stack/B/Resource',
    'lambda-dead-letter-queue Stack/A/Resource',
    'lambda-dead-letter-queue Stack/B/Resource',
  ]);
});

test.each(['rule', 'resource'])('a list of %ss that is empty waives nothing', (field) => {
  const { waivers, problems } = parse(complete.replace(new RegExp(`${field}: .*`, 'u'), `${field}: []`));
  expect(waivers).toEqual([]);
  expect(problems.join()).toContain(`waivers.0.${field}`);
});

test.each(['rule', 'resource', 'reason', 'alternative', 'owner', 'approver', 'ticket', 'expires'])(
  'a waiver without %s waives nothing and says so with its path',
  (field) => {
    const file = parse(
      complete.replace(new RegExp(`\\b${field}: .*`, 'u'), ''.padEnd(0)).replace(/ {2}- *\n {4}/u, '  - '),
    );
    expect(file.waivers).toEqual([]);
    expect(file.problems.join('\n')).toContain(`waivers.0.${field}`);
  },
);

test.each([
  ['an empty reason', complete.replace(/reason: .*/u, "reason: ''"), 'waivers.0.reason'],
  ['a reason of one word', complete.replace(/reason: .*/u, 'reason: accepted'), 'waivers.0.reason'],
  ['a day that is none', complete.replace('2027-01-31', '2027-02-31'), 'waivers.0.expires'],
  ['a time instead of a day', complete.replace('2027-01-31', '2027-01-31T00:00:00Z'), 'waivers.0.expires'],
  ['a field nobody knows', `${complete}\n    until: tomorrow`, 'waivers.0'],
  ['no environments', `${complete}\n    environments: []`, 'waivers.0.environments'],
])('%s is refused', (_, rows, path) => {
  const file = parse(rows);
  expect(file.waivers).toEqual([]);
  expect(file.problems.join('\n')).toContain(path);
});

test('one faulty waiver leaves the others standing, and every fault is listed', () => {
  const faulty = complete.replace(/owner: .*/u, "owner: ''").replace(/ticket: .*/u, "ticket: ''");
  const file = parse(`${complete}${faulty}`);
  expect(file.waivers).toHaveLength(1);
  expect(file.problems).toHaveLength(2);
  expect(file.problems[0]).toContain('waivers.1.owner');
});

test.each([
  ['text that is no YAML', 'waivers: [', /line 1/u],
  ['nothing', '', /top level/u],
  ['a list', '- a\n', /top level/u],
  ['waivers that are no list', 'waivers: none\n', /waivers/u],
  ['a key beside waivers', 'waivers: []\nextra: 1\n', /extra/u],
  ['aliases', 'waivers: [&a [*a]]\n', /alias/iu],
])('%s is no waiver file', (_, text, problem) => {
  const file = parseWaivers(text, 'waivers.yaml');
  expect(file.waivers).toEqual([]);
  expect(file.problems.join('\n')).toMatch(problem);
});

test('an empty list is a waiver file', () => {
  expect(parseWaivers('waivers: []\n', 'waivers.yaml').problems).toEqual([]);
});
