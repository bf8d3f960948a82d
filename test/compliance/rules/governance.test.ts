import { judge } from '../../../lib/compliance/judge';
import type { ParameterValues } from '../../../lib/compliance/parameter';
import type { Rule } from '../../../lib/compliance/rule';
import { approvalsCurrent } from '../../../lib/compliance/rules/governance/approvals-current';
import { businessAssociate } from '../../../lib/compliance/rules/governance/business-associate';
import { deidentificationRecorded } from '../../../lib/compliance/rules/governance/deidentification-recorded';
import { eligibleService } from '../../../lib/compliance/rules/governance/eligible-service';
import { phiInProduction } from '../../../lib/compliance/rules/governance/phi-in-production';
import { region } from '../../../lib/compliance/rules/governance/region';
import { serviceInOperation } from '../../../lib/compliance/rules/governance/service-in-operation';
import { storeClassified } from '../../../lib/compliance/rules/governance/store-classified';
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

const tagged = (tags: Readonly<Record<string, string>>) =>
  resource('AWS::DynamoDB::Table', {
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  });

describe('a record of de-identification with a last day', () => {
  const verdictOn = (record: string, asOf: string | undefined) => {
    const Subject = tagged({
      'hipaa-ai:data-class': 'DEIDENTIFIED',
      'hipaa-ai:deidentification': record,
    });
    const assembly = new Assembly([source({ Resources: { Subject } }, 'stack')]);
    return judge(assembly, [deidentificationRecorded], {}, assembly.templates, asOf).map(
      ({ verdict }) => verdict,
    );
  };

  test.each(['expert-determination/DS-12/2027-06-30', 'safe-harbor/DS-12/2027-06-30'])(
    '%s holds on that day and not on the next',
    (record) => {
      expect(verdictOn(record, '2027-06-30')).toEqual(['compliant']);
      expect(verdictOn(record, '2027-07-01')).toEqual(['finding']);
      expect(verdictOn(record, undefined)).toEqual(['unknown']);
    },
  );

  test('is judged on the day even where parameters are set', () => {
    const Subject = tagged({
      'hipaa-ai:data-class': 'DEIDENTIFIED',
      'hipaa-ai:deidentification': 'safe-harbor/DS-12/2027-06-30',
    });
    const assembly = new Assembly([source({ Resources: { Subject } }, 'stack')]);
    const parameters = { [deidentificationRecorded.id]: { unused: true } };
    const [outcome] = judge(
      assembly,
      [deidentificationRecorded],
      parameters,
      assembly.templates,
      '2027-07-01',
    );
    expect(outcome?.observations.map(({ message }) => message)).toEqual([
      'hipaa-ai:deidentification held until 2027-06-30; renew it',
    ]);
  });
});

describe('tags of a stack', () => {
  const judged = (tags: Readonly<Record<string, string>>, own: Readonly<Record<string, string>> = {}) => {
    const stack = { ...source({ Resources: { Subject: tagged(own) } }, 'stack'), tags };
    return judge(new Assembly([stack]), [storeClassified, phiInProduction]).map(({ verdict }) => verdict);
  };

  test('count for every store that says nothing else', () => {
    expect(judged({ 'hipaa-ai:data-class': 'PHI', 'hipaa-ai:stage': 'non-production' })).toEqual([
      'compliant',
      'finding',
    ]);
  });

  test('count for nothing where the store says something else', () => {
    const own = { 'hipaa-ai:data-class': 'NO_PHI' };
    expect(judged({ 'hipaa-ai:data-class': 'PHI', 'hipaa-ai:stage': 'non-production' }, own)).toEqual([
      'compliant',
      'not-applicable',
    ]);
  });
});

describe('where a profile answers', () => {
  const answers = (FoundationModel: string, values: ParameterValues[string]) => {
    const Subject = resource('AWS::Bedrock::Agent', { FoundationModel });
    return judge(new Assembly([source({ Resources: { Subject } }, 'stack')]), [region], {
      [region.id]: values,
    }).map(({ verdict, observations }) =>
      [verdict, ...observations.map(({ message }) => message)].join(': '),
    );
  };
  const NOVA = 'us.amazon.nova-lite-v1:0';

  test('is anywhere in its geography as long as nobody says where', () => {
    expect(answers(NOVA, { regions: ['us-east-1'] })).toEqual([
      'finding: is a profile of us, which may answer in us-east-2, us-west-2',
    ]);
  });

  test('is where the organization was told for this very profile, before what it was told for the geography', () => {
    const destinations = [`${NOVA}=us-east-1`, 'us=us-east-1,us-west-2'];
    expect(answers(NOVA, { regions: ['us-east-1'], destinations })).toEqual(['compliant']);
    expect(answers('us.amazon.nova-pro-v1:0', { regions: ['us-east-1'], destinations })).toEqual([
      'finding: is a profile of us, which may answer in us-west-2',
    ]);
  });
});

test('a bucket that the organization knows may get replicas', () => {
  const Subject = resource('AWS::S3::Bucket', {
    ReplicationConfiguration: { Rules: [{ Destination: { Bucket: 'arn:aws:s3:::copies' } }] },
  });
  const verdicts = (values: ParameterValues[string]) =>
    judge(new Assembly([source({ Resources: { Subject } }, 'stack')]), [region], {
      [region.id]: values,
    }).map(({ verdict }) => verdict);
  expect(verdicts({ buckets: ['copies'] })).toEqual(['compliant']);
  expect(verdicts({ buckets: ['other'] })).toEqual(['unknown']);
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
