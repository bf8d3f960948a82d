import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, aws_s3 as s3, Stack, Validations } from 'aws-cdk-lib';
import { gate } from '../../../lib/compliance/gate/gate';
import { HipaaAiChecks } from '../../../lib/compliance/packs/hipaa-ai-checks';
import { deidentificationRecorded } from '../../../lib/compliance/rules/governance/deidentification-recorded';
import { markDeidentified } from '../../../lib/governance/deidentified-data';

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-day-of-the-gate-'));
const outdir = path.join(directory, 'cdk.out');
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const available = [deidentificationRecorded];

beforeAll(() => {
  const app = new App({ outdir, analyticsReporting: false });
  const cohort = new s3.Bucket(new Stack(app, 'Research'), 'Cohort');
  markDeidentified(cohort, {
    route: 'expert-determination',
    dataSet: 'DS-12',
    expert: 'Statistician',
    determinedOn: '2026-06-30',
    validUntil: '2027-06-30',
    report: 'PRIV-32',
  });
  Validations.of(app).addPlugins(
    new HipaaAiChecks(app, { asOf: '2026-11-22', profile: 'ai', rules: available }),
  );
  app.synth();
});

test('the gate is open on the last day of a determination', () => {
  expect(gate(outdir, '2027-06-30', { available }).reasons).toEqual([]);
});

test('the gate is closed a day later, though the evidence was made while it held', () => {
  expect(gate(outdir, '2027-07-01', { available }).reasons).toEqual([
    expect.stringMatching(
      /1 verdicts in the evidence .* on 2027-07-01; if a record ended since 2026-11-22, renew it/u,
    ),
  ]);
});
