import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../bin/read-settings';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { TAGS } from '../../lib/contract/tags';
import { HipaaAiEnvironment } from '../../lib/environment/hipaa-ai-environment';
import { InvalidSettings, parseSettings, type Settings } from '../../lib/environment/settings';
import { TODAY } from '../bedrock/approved-models';
import { text } from '../encryption/policy-evaluator';
import { at, list, refusal, resourcesOf, ROOT, testApp, type CloudTemplate } from '../support/synthesize';

const CONFIG = path.join(ROOT, 'config');
const PROD = readSettings('prod', CONFIG);
const DEV = readSettings('dev', CONFIG);
const { gateway: GATEWAY } = PROD;
if (GATEWAY === undefined) throw new Error('production has no gateway');
const [USE_CASE] = GATEWAY.useCases;
if (USE_CASE === undefined) throw new Error('production has no use case');

function build(settings: Settings): ReadonlyMap<string, CloudTemplate> {
  const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-environment-'));
  try {
    const app = testApp(outdir);
    new HipaaAiEnvironment(app, `HipaaAi-${settings.environment}`, { settings, today: TODAY });
    return new Map(
      app
        .synth()
        .stacksRecursively.map(({ stackName, template }) => [
          stackName.replace(`HipaaAi-${settings.environment}-`, ''),
          template as CloudTemplate,
        ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

const prod = build(PROD);
const dev = build(DEV);
const of = (templates: typeof prod, stack: string): CloudTemplate =>
  templates.get(stack) ?? { Resources: {} };

/** `service (kind)` of each endpoint. */
const endpointsOf = (templates: typeof prod) =>
  resourcesOf(of(templates, 'Network'), 'AWS::EC2::VPCEndpoint').map(({ Properties }) => {
    const [, service = ''] = /\.([a-z0-9-]+)$/u.exec(text(Properties['ServiceName'])) ?? [];
    return `${service} (${text(Properties['VpcEndpointType'])})`;
  });

test('the network of a gateway is called and calls through endpoints of its own', () => {
  const added = endpointsOf(prod).filter((each) => !endpointsOf(dev).includes(each));
  expect(added.sort()).toEqual(['execute-api (Interface)', 'lambda (Interface)', 's3 (Interface)']);
});

test('without settings of a gateway there is none of it', () => {
  expect([...dev.keys()]).not.toContain('Gateway');
  for (const [, template] of dev)
    for (const type of [
      'AWS::ApiGateway::RestApi',
      'AWS::SecretsManager::Secret',
      'AWS::CloudWatch::InsightRule',
    ])
      expect(resourcesOf(template, type)).toEqual([]);
});

describe('the stack of the gateway', () => {
  const gateway = of(prod, 'Gateway');

  test('keeps records for as long, and as hard, as the settings say', () => {
    const locks = resourcesOf(gateway, 'AWS::S3::Bucket').flatMap(({ Properties }) => {
      const lock = at(Properties['ObjectLockConfiguration'], 'Rule', 'DefaultRetention');
      return lock === undefined ? [] : [lock];
    });
    expect(locks).toEqual([{ Mode: 'COMPLIANCE', Days: PROD.audit.lockDays }]);
  });

  test('says of both buckets what is in them', () => {
    const classes = resourcesOf(gateway, 'AWS::S3::Bucket').map(({ Properties }) =>
      list(Properties['Tags']).flatMap((tag) =>
        at(tag, 'Key') === TAGS.dataClass ? [text(at(tag, 'Value'))] : [],
      ),
    );
    expect(classes.flat().toSorted((a, b) => a.localeCompare(b))).toEqual(['AUDIT', 'PHI']);
  });

  test('lets consumers of the settings invoke an alias of their own, and nothing more', () => {
    const arn = 'arn:aws:iam::111122223333:role/Letters';
    const settings = { ...PROD, gateway: { ...GATEWAY, consumers: { letters: arn } } };
    const template = of(build(settings), 'Gateway');
    const aliases = Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) =>
      Type === 'AWS::Lambda::Alias' && Properties['Name'] === 'letters' ? [{ Ref: id }] : [],
    );
    expect(aliases).toHaveLength(2);
    const [policy, ...others] = resourcesOf(template, 'AWS::IAM::Policy');
    expect(others).toEqual([]);
    expect(policy?.Properties['Roles']).toEqual(['Letters']);
    expect(list(at(policy?.Properties['PolicyDocument'], 'Statement'))).toEqual([
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: aliases },
    ]);
    expect(resourcesOf(gateway, 'AWS::IAM::Policy')).toEqual([]);
  });

  test('tells the one topic of the environment of everything', () => {
    const alarms = resourcesOf(gateway, 'AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    const told = new Set(alarms.flatMap(({ Properties }) => list(Properties['AlarmActions']).map(text)));
    expect([...told]).toEqual([expect.stringMatching(/AlarmsB3E93623/u)]);
  });

  test('is called through the endpoint of the network, and gives out where', () => {
    const [api] = resourcesOf(gateway, 'AWS::ApiGateway::RestApi');
    const [endpoint = ''] = list(at(api?.Properties['EndpointConfiguration'], 'VpcEndpointIds')).map(text);
    const outputs = Object.values(of(prod, 'Network').Outputs ?? {}).map(
      (output) => `<${text(at(output, 'Export', 'Name') ?? '')}>`,
    );
    expect(outputs).toContain(endpoint);
    expect(Object.keys(gateway.Outputs ?? {})).toEqual(
      expect.arrayContaining(['GatewayApiUrl', 'LedgerBucketName']),
    );
  });
});

describe('a use case whose answers wait for a second person', () => {
  const approvers = ['arn:aws:iam::111122223333:role/Reviewers'];
  const waits = build({
    ...PROD,
    gateway: { ...GATEWAY, useCases: [{ ...USE_CASE, requiresHumanApproval: true, approvers }] },
  });
  const name = `hipaa-ai-oversight-${PROD.environment}`;

  test('has a state machine wait beside, which its functions are told of', () => {
    const [machine, ...others] = resourcesOf(of(waits, 'Gateway'), 'AWS::StepFunctions::StateMachine');
    expect(others).toEqual([]);
    expect(machine?.Properties['StateMachineName']).toBe(name);
    const told = resourcesOf(of(waits, 'Gateway'), 'AWS::Lambda::Function').filter(
      ({ Properties }) =>
        at(Properties['Environment'], 'Variables', GATEWAY_VARIABLES.approvalMachineArn) !== undefined,
    );
    expect(told).toHaveLength(2);
  });

  test('tells the topic of the environment, under whose key the machine may encrypt', () => {
    const statements = resourcesOf(of(waits, 'Gateway'), 'AWS::IAM::ManagedPolicy').flatMap(
      ({ Properties }) => list(at(Properties['PolicyDocument'], 'Statement')),
    );
    const resourceOf = (sid: string) =>
      text(
        at(
          statements.find((each) => at(each, 'Sid') === sid),
          'Resource',
        ) ?? '',
      );
    expect(resourceOf('TellPeople')).toMatch(/AlarmsB3E93623/u);
    expect(resourceOf('EncryptMessages')).toMatch(/KeysAlarms/u);
  });

  test('is reached through an endpoint of its own, for that machine', () => {
    expect(endpointsOf(waits).filter((each) => !endpointsOf(prod).includes(each))).toEqual([
      'states (Interface)',
    ]);
    const policies = resourcesOf(of(waits, 'Network'), 'AWS::EC2::VPCEndpoint').map(({ Properties }) =>
      JSON.stringify(Properties['PolicyDocument']),
    );
    expect(policies.join('\n')).toContain(`:stateMachine:${name}`);
    expect(policies.join('\n')).not.toContain(':stateMachine:*');
  });

  test('and without one there is no machine and no endpoint for it', () => {
    expect(resourcesOf(of(prod, 'Gateway'), 'AWS::StepFunctions::StateMachine')).toEqual([]);
    expect(endpointsOf(prod)).not.toContain('states (Interface)');
  });
});

describe('settings of a gateway', () => {
  const DEFAULTED = [
    'maxOutputTokens',
    'maxInputLength',
    'bodyRetentionDays',
    'requestsPerMinute',
    'redaction',
  ];
  const [MODEL] = USE_CASE.models;
  const [PROMPT] = USE_CASE.prompts;
  const ROLE = 'arn:aws:iam::111122223333:role/Ward';
  const given = (useCase: object = {}, gateway: object = {}) => ({
    environment: PROD.environment,
    production: true,
    dataClass: 'PHI',
    region: PROD.region,
    allowedRegions: PROD.allowedRegions,
    network: PROD.network,
    bedrock: PROD.bedrock,
    gateway: { ...GATEWAY, useCases: [{ ...USE_CASE, ...useCase }], ...gateway },
  });
  const problemsOf = (value: unknown): readonly string[] => {
    try {
      parseSettings(value, 'config/prod.yaml');
    } catch (error) {
      if (error instanceof InvalidSettings) return error.problems;
      throw error;
    }
    return [];
  };

  test('get what is left out from us', () => {
    expect(problemsOf(given())).toEqual([]);
    const left = Object.fromEntries(Object.entries(USE_CASE).filter(([name]) => !DEFAULTED.includes(name)));
    const read = parseSettings({ ...given(), gateway: { ...GATEWAY, useCases: [left] } }, 'config/prod.yaml');
    expect(read.gateway?.useCases[0]).toMatchObject({
      maxOutputTokens: 2048,
      maxInputLength: 100_000,
      bodyRetentionDays: 365,
      requestsPerMinute: 60,
      redaction: { profile: 'safe-harbor' },
      requiresHumanApproval: false,
      freeText: false,
    });
    expect(read.gateway?.onLeak).toBe('mask');
    expect(read.gateway?.inferenceProfiles).toBe(true);
  });

  test.each<[string, object, object?]>([
    ['gateway.useCases', {}, { useCases: [] }],
    ['gateway.signingKeyRotateBy', {}, { signingKeyRotateBy: 'soon' }],
    ['gateway.onLeak', {}, { onLeak: 'ignore' }],
    ['gateway.provisionedConcurrency', {}, { provisionedConcurrency: 0 }],
    ['gateway.consumers.letters', {}, { consumers: { letters: 'arn:aws:iam::111122223333:role/*' } }],
    ['gateway', {}, { publicUrl: true }],
    ['gateway.useCases.0.callers', { callers: [] }],
    ['gateway.useCases.0.callers.0', { callers: ['arn:aws:iam::111122223333:role/*'] }],
    ['gateway.useCases.0.approvers.0', { approvers: ['anybody'] }],
    ['gateway.useCases.0.purposes', { purposes: [] }],
    ['gateway.useCases.0.purposes.0', { purposes: ['marketing'] }],
    ['gateway.useCases.0.fields.0', { fields: ['date of birth'] }],
    ['gateway.useCases.0.models.0', { models: [] }],
    ['gateway.useCases.0.owner', { owner: 'clinical team' }],
    ['gateway.useCases.0.version', { version: 0 }],
    ['gateway.useCases.0.requestsPerMinute', { requestsPerMinute: 0 }],
    ['gateway.useCases.0.bodyRetentionDays', { bodyRetentionDays: 36_501 }],
    ['gateway.useCases.0.minimumGrounding', { minimumGrounding: 1.5 }],
    ['gateway.useCases.0.redaction.dataUseAgreement', { redaction: { profile: 'limited-data-set' } }],
    ['gateway.useCases.0', { secret: 'x' }],
  ])('that are wrong are named by their path: %s', (where, useCase, gateway = {}) => {
    const problems = problemsOf(given(useCase, gateway));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.split(': ')[0]).toBe(where);
  });

  test('that read well and do not fit together stop synthesis', () => {
    const settings = parseSettings(given({ models: ['amazon.nova-micro-v1:0'] }), 'config/prod.yaml');
    expect(refusal(() => build(settings)).code).toBe('UseCaseModel');
  });

  test.each<[string, string, object, object?]>([
    ['gateway.useCases.1.useCase', 'twice', {}, { useCases: [USE_CASE, USE_CASE] }],
    ['gateway.useCases.0.useCase', 'is no id', { useCase: 'Discharge' }],
    ['gateway.useCases.0.models.1', 'twice', { models: [MODEL, MODEL] }],
    ['gateway.useCases.0.callers.1', 'twice', { callers: [ROLE, ROLE] }],
    ['gateway.useCases.0.reidentifiers.1', 'twice', { reidentifiers: [ROLE, ROLE] }],
    ['gateway.useCases.0.approvers.2', 'twice', { approvers: [ROLE, `${ROLE}2`, ROLE] }],
    ['gateway.useCases.0.approvers', 'name who decides', { requiresHumanApproval: true }],
    ['gateway.useCases.0.prompts', 'nothing could be asked', { prompts: [] }],
    ['gateway.useCases.0.prompts.1', 'twice', { prompts: [PROMPT, PROMPT] }],
    [
      'gateway.useCases.1.prompts.0',
      'another text',
      {},
      { useCases: [USE_CASE, { ...USE_CASE, useCase: 'b', prompts: [{ ...PROMPT, text: 'Another.' }] }] },
    ],
  ])('that name something twice, or nobody, say so: %s %s', (where, what, useCase, gateway = {}) => {
    const problems = problemsOf(given(useCase, gateway));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.split(': ')[0]).toBe(where);
    expect(problems[0]).toContain(what);
  });

  test('that share a prompt, and whose answers wait for somebody, are taken', () => {
    const other = { ...USE_CASE, useCase: 'b', requiresHumanApproval: true, approvers: [ROLE] };
    expect(problemsOf(given({}, { useCases: [USE_CASE, other] }))).toEqual([]);
    expect(problemsOf(given({ useCase: 'a'.repeat(64) }))).toEqual([]);
    expect(problemsOf(given({ freeText: true, prompts: [] }))).toEqual([]);
  });
});
