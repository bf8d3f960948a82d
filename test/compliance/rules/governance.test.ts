import { judge } from '../../../lib/compliance/judge';
import type { ParameterValues } from '../../../lib/compliance/parameter';
import type { Rule } from '../../../lib/compliance/rule';
import { approvalsCurrent } from '../../../lib/compliance/rules/governance/approvals-current';
import { businessAssociate } from '../../../lib/compliance/rules/governance/business-associate';
import { eligibleService } from '../../../lib/compliance/rules/governance/eligible-service';
import { region } from '../../../lib/compliance/rules/governance/region';
import { serviceInOperation } from '../../../lib/compliance/rules/governance/service-in-operation';
import { Assembly } from '../../../lib/compliance/template/assembly';
import { APPROVALS_KEY } from '../../../lib/contract/approvals';
import { assemblyOf, body, judgedOnTheDay, resource, source } from '../../support/judge-template';

/** `<logical id>: <verdict>, <message>` of each resource that a rule has something to say about. */
function said(
  rule: Rule,
  types: readonly string[],
  { place, values = {} }: { place?: string; values?: ParameterValues[string] } = {},
): readonly string[] {
  const resources = Object.fromEntries(types.map((type, index) => [`R${index + 1}`, resource(type)]));
  const stack = {
    ...source({ Resources: resources }, 'stack'),
    ...(place === undefined ? {} : { region: place }),
  };
  return judge(new Assembly([stack]), [rule], { [rule.id]: values }).map(
    ({ resource: { logicalId }, verdict, observations }) =>
      [`${logicalId}: ${verdict}`, ...observations.map(({ message }) => message)].join(', '),
  );
}

const BUCKETS = ['AWS::S3::Bucket', 'AWS::S3::Bucket'];

test('a stack in an allowed Region passes, once', () => {
  expect(said(region, BUCKETS, { place: 'us-east-1' })).toEqual(['R1: compliant']);
});

test('a stack in another Region is found, once', () => {
  expect(said(region, BUCKETS, { place: 'eu-west-1' })).toEqual([
    'R1: finding, the stack is in another Region',
  ]);
});

test('a stack of which the Region is not known is not spoken of', () => {
  expect(said(region, BUCKETS)).toEqual([]);
});

test('an organization names its own Regions', () => {
  const values = { regions: ['ca-central-1'] };
  expect(said(region, BUCKETS, { place: 'ca-central-1', values })).toEqual(['R1: compliant']);
});

test.each([eligibleService, businessAssociate, serviceInOperation])(
  '$id is silent about custom resources',
  (rule) => {
    expect(said(rule, ['Custom::Thing'])).toEqual([]);
  },
);

test('a service that the list does not name is said to be not on it, with its date', () => {
  expect(said(eligibleService, ['AWS::Lightsail::Instance'])).toEqual([
    'R1: finding, Lightsail is not on the list of 2025-04-16',
  ]);
});

test('a newer list takes the place of ours', () => {
  const values = { namespaces: ['Lightsail'], listDate: '2026-11-01' };
  expect(said(eligibleService, ['AWS::Lightsail::Instance', 'AWS::S3::Bucket'], { values })).toEqual([
    'R1: compliant',
    'R2: finding, S3 is not on the list of 2026-11-01',
  ]);
});

test('a provider with an agreement on record passes', () => {
  const values = { providers: ['Anthropic'] };
  expect(said(businessAssociate, ['AWS::AWSExternalAnthropic::Workspace'], { values })).toEqual([
    'R1: compliant',
  ]);
});

test('what an organization uses already is not asked about when AWS closes it to others', () => {
  const types = [
    'AWS::AppRunner::Service',
    'AWS::CloudTrail::EventDataStore',
    'AWS::AuditManager::Assessment',
  ];
  const values = { inUse: ['AppRunner', 'AWS::CloudTrail::EventDataStore'] };
  expect(said(serviceInOperation, types, { values })).toEqual([
    'R1: compliant',
    'R2: compliant',
    expect.stringMatching(/^R3: unknown, is closed to new customers/u),
  ]);
});

test('what has ended is a finding even where it was used', () => {
  expect(said(serviceInOperation, ['AWS::QLDB::Ledger'], { values: { inUse: ['QLDB'] } })).toEqual([
    expect.stringMatching(/^R1: finding/u),
  ]);
});

describe('approvals beside the resources of a template', () => {
  const late = {
    kind: 'business-associate',
    construct: 'App/Egress',
    name: 'Invented Labs',
    domains: ['api.example.com'],
    baaRecord: 'BAA-7',
    reviewBy: '2020-06-30',
  };
  const assembly = assemblyOf(
    body(
      { First: resource('AWS::S3::Bucket'), Second: resource('AWS::S3::Bucket') },
      { Metadata: { [APPROVALS_KEY]: [late] } },
    ),
  );

  test('are told once, with the name of what is late and the day', () => {
    const [outcome, ...others] = judgedOnTheDay(assembly, [approvalsCurrent]);
    expect(others).toEqual([]);
    expect(outcome?.resource.logicalId).toBe('First');
    expect(outcome?.observations.map(({ message }) => message)).toEqual([
      'business associate Invented Labs was to be reviewed by 2020-06-30',
    ]);
  });

  test('are unknown where no day is given', () => {
    const [outcome] = judge(assembly, [approvalsCurrent]);
    expect(outcome?.verdict).toBe('unknown');
    expect(outcome?.observations[0]?.message).toContain('no day is given');
  });

  test('are silent where there are none', () => {
    expect(judge(assemblyOf(body({ First: resource('AWS::S3::Bucket') })), [approvalsCurrent])).toEqual([]);
  });
});
