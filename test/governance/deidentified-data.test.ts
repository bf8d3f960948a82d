import { App, aws_iam as iam, aws_s3 as s3, Stack, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { judge } from '../../lib/compliance/judge';
import { deidentificationRecorded } from '../../lib/compliance/rules/governance/deidentification-recorded';
import { principalInOneZone } from '../../lib/compliance/rules/graph/principal-in-one-zone';
import { zoneCrossingRecorded } from '../../lib/compliance/rules/graph/zone-crossing-recorded';
import type { JsonObject } from '../../lib/compliance/template/json';
import type { DeidentificationRecord } from '../../lib/contract/data-class';
import { TAGS } from '../../lib/contract/tags';
import { markDeidentified, markDeidentifies } from '../../lib/governance/deidentified-data';
import { assemblyOf } from '../support/judge-template';

const ATTESTATION: DeidentificationRecord = {
  route: 'safe-harbor',
  dataSet: 'DS-12',
  attestedBy: 'Privacy officer',
  attestedOn: '2026-11-02',
  reviewReport: 'PRIV-31',
  noActualKnowledge: true,
};
const DETERMINATION: DeidentificationRecord = {
  route: 'expert-determination',
  dataSet: 'DS-13',
  expert: 'Statistician',
  determinedOn: '2026-06-30',
  validUntil: '2027-06-30',
  report: 'PRIV-32',
};

function stackWith(record: DeidentificationRecord, ...dataSets: readonly string[]): JsonObject {
  const stack = new Stack(new App(), 'Research');
  Tags.of(stack).add(TAGS.dataClass, 'PHI');
  const records = new s3.Bucket(stack, 'Records');
  const cohort = new s3.Bucket(stack, 'Cohort');
  const role = new iam.Role(stack, 'Job', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  records.grantRead(role);
  cohort.grantPut(role);
  markDeidentified(cohort, record);
  if (dataSets.length > 0) markDeidentifies(role, dataSets);
  return Template.fromStack(stack).toJSON();
}

const verdictsOn = (template: JsonObject, rule: typeof principalInOneZone, asOf = '2026-11-22') => {
  const assembly = assemblyOf(template);
  return judge(assembly, [rule], {}, assembly.templates, asOf)
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict !== 'not-applicable');
};

test.each([
  ['an attestation', ATTESTATION],
  ['a determination', DETERMINATION],
])('%s on a store satisfies the rule that asks for one, whatever the stack around it holds', (_, record) => {
  expect(verdictsOn(stackWith(record), deidentificationRecorded)).toEqual(['compliant']);
});

test('a determination satisfies it to its last day', () => {
  expect(verdictsOn(stackWith(DETERMINATION), deidentificationRecorded, '2027-07-01')).toEqual(['finding']);
});

test('a job that is named may cross, and only for the data set that it names', () => {
  expect(verdictsOn(stackWith(ATTESTATION), principalInOneZone)).toEqual(['finding']);
  expect(verdictsOn(stackWith(ATTESTATION, 'DS-12'), principalInOneZone)).toEqual(['compliant']);
  expect(verdictsOn(stackWith(ATTESTATION, 'DS-12'), zoneCrossingRecorded)).toEqual(['compliant']);
  expect(verdictsOn(stackWith(ATTESTATION, 'DS-13'), zoneCrossingRecorded)).toEqual(['finding']);
});

test.each([
  ['nobody attests to', { ...ATTESTATION, attestedBy: ' ' }],
  ['of a day that no calendar has', { ...ATTESTATION, attestedOn: '2026-02-30' }],
  ['that ends on no day', { ...DETERMINATION, validUntil: 'never' }],
  ['of a data set that is a sentence', { ...ATTESTATION, dataSet: 'visits of 2026' }],
])('fails for a record %s', (_, record: DeidentificationRecord) => {
  expect(() => stackWith(record)).toThrow(/the record of de-identification/u);
});

test.each([
  ['no data set', []],
  ['a sentence', ['visits of 2026', 'and others, too']],
  ['nine data sets', Array.from({ length: 9 }, (_, index) => `DS-${index}`)],
])('fails for a job of %s', (_, dataSets: readonly string[]) => {
  const stack = new Stack(new App(), 'Research');
  expect(() => markDeidentifies(stack, dataSets)).toThrow(/give one to eight ids/u);
});

test('a job of eight data sets is taken', () => {
  const eight = Array.from({ length: 8 }, (_, index) => `DS-${index}`);
  expect(() => markDeidentifies(new Stack(new App(), 'Research'), eight)).not.toThrow();
});
