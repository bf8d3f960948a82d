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

test('a bad estate has every finding that its faults cost, and no other', () => {
  const faults = FAULTS.filter(({ insteadOf }) => insteadOf === undefined);
  expect(faults.length).toBeGreaterThan(35);
  expect(findings(faults)).toEqual(expected(faults));
});

describe.each(FAULTS.map((fault) => ({ name: fault.name, fault })))('$name', ({ fault }) => {
  test('is found, at its resource, among all the others', () => {
    expect(fault.findings).not.toEqual([]);
    if (fault.insteadOf === undefined) return;
    expect(FAULTS.map(({ name }) => name)).toContain(fault.insteadOf);
    expect(findings(togetherWith(fault))).toEqual(expected(togetherWith(fault)));
  });

  test('takes exactly its findings with it when it is mended', () => {
    const others = togetherWith(fault).filter((each) => each !== fault);
    const left = expected(others);
    expect(findings(others)).toEqual(left);
    // no other fault hides it
    expect(fault.findings.filter((line) => left.includes(line))).toEqual([]);
  });
});

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
