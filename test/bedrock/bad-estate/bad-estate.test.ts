import { readSettings } from '../../../bin/read-settings';
import { HipaaAiEnvironment } from '../../../lib/environment/hipaa-ai-environment';
import { RULES } from '../../../lib/compliance/rules/registry';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { testApp } from '../../support/synthesize';
import { TODAY } from '../approved-models';
import { Estate } from './estate';
import type { Fault } from './fault';
import { FAULTS, togetherWith } from './faults';
import { judgedOnTheDay } from '../../support/judge-template';

jest.setTimeout(60_000);

/**
 * Rules of `strict` that the estate breaks on purpose, and none of them is about models: what docs/bedrock.md has users
 * accept in writing, and what CDK's own functions leave out.
 */
const ACCEPTED: ReadonlySet<string> = new Set([
  'backup-s3-in-backup-plan', 'bedrock-guardrail-complete', 'events-dead-letter-queue',
  'governance-data-class-tag', 'graph-key-serves-one-data-class', 'iam-no-inline-policy', 'lambda-code-signing',
  'lambda-customer-key', 'lambda-dead-letter-queue', 'lambda-in-vpc', 'lambda-reserved-concurrency', 'lambda-tracing',
  's3-bucket-event-notifications', 's3-bucket-no-customer-provided-keys', 's3-bucket-object-lock', 's3-bucket-object-lock-compliance',
  's3-bucket-replicated',
]); // prettier-ignore

/** Lambda asks for the network interfaces of a function in a VPC on every resource: config/waivers.yaml. */
const WAIVED = 'iam-no-open-write ';

const ruleOf = (line: string) => line.split(' ', 1)[0] ?? '';
const sorted = (lines: Iterable<string>) => [...lines].sort();

/** What every rule there is says of an estate with faults, but for what is accepted. */
function findings(faults: readonly Fault[]): readonly string[] {
  const estate = new Estate();
  for (const fault of faults) fault.make(estate);
  return sorted([...estate.findings()].filter((line) => !ACCEPTED.has(ruleOf(line))));
}

const expected = (faults: readonly Fault[]) => sorted(new Set(faults.flatMap((fault) => fault.findings)));

test('a governed estate has no finding', () => {
  expect(findings([])).toEqual([]);
});

/** Every fault that can be there together, but for those in the place of others. */
const TOGETHER = FAULTS.filter(({ insteadOf }) => insteadOf === undefined);

test('a bad estate has every finding that its faults cost, and no other', () => {
  expect(TOGETHER.length).toBeGreaterThan(35);
  expect(findings(TOGETHER)).toEqual(expected(TOGETHER));
});

describe.each(FAULTS.map((fault) => ({ name: fault.name, fault })))('$name', ({ fault }) => {
  test('costs findings that no other fault costs too, which would hide it', () => {
    const left = expected(togetherWith(fault).filter((each) => each !== fault));
    expect(fault.findings).not.toEqual([]);
    expect(fault.findings.filter((line) => left.includes(line))).toEqual([]);
  });

  if (fault.insteadOf !== undefined) {
    test('is found, at its resource, among all the others', () => {
      expect(FAULTS.map(({ name }) => name)).toContain(fault.insteadOf);
      expect(findings(togetherWith(fault))).toEqual(expected(togetherWith(fault)));
    });
  }
});

/**
 * Faults that are mended together: the rows and the columns of a square. Each fault is mended twice, and no other is
 * mended with it both times: what its mending takes from another, or leaves behind, shows where the other still is.
 */
const SIDE = Math.ceil(Math.sqrt(TOGETHER.length));
const mendings = Array.from({ length: SIDE }, (_, line) => [
  TOGETHER.filter((_fault, at) => Math.floor(at / SIDE) === line),
  TOGETHER.filter((_fault, at) => at % SIDE === line),
])
  .flat()
  .filter((mended) => mended.length > 0);

test.each(mendings.map((mended) => ({ mended, names: mended.map(({ name }) => name).join('; ') })))(
  'mending takes exactly its findings with it: $names',
  ({ mended }) => {
    const others = TOGETHER.filter((fault) => !mended.includes(fault));
    expect(findings(others)).toEqual(expected(others));
  },
);

test('no two faults have one name', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

test.each(['dev', 'prod'])('our own environment, %s, has none of these findings', (name) => {
  const app = testApp();
  const environment = new HipaaAiEnvironment(app, `HipaaAi-${name}`, {
    settings: readSettings(name),
    today: TODAY,
  });
  app.synth();
  const faulty = new Set(FAULTS.flatMap((fault) => fault.findings.map(ruleOf)));
  const rules = RULES.filter(({ id }) => faulty.has(id));
  expect(rules.map(({ id }) => id)).toEqual(sorted(faulty));
  const outcomes = judgedOnTheDay(readAssembly(environment.outdir), rules);
  // each was asked, and had something to say
  expect(outcomes.length).toBeGreaterThan(40);
  expect(
    outcomes
      .filter(({ verdict }) => verdict === 'finding' || verdict === 'unknown')
      .map(({ rule, resource }) => `${rule.id} ${resource.logicalId}`)
      .filter((line) => !line.startsWith(WAIVED)),
  ).toEqual([]);
});
