import { aws_kms as kms, aws_logs as logs, type Stack } from 'aws-cdk-lib';
import { PrivateEndpoints, type PrivateEndpointsProps } from '../../lib/network/private-endpoints';
import { PrivateNetwork } from '../../lib/network/private-network';
import type { PrivateService } from '../../lib/network/private-service';
import {
  at,
  list,
  logicalIdsOf,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../support/synthesize';
import { ACCOUNT, decide, REGION, text, texts } from '../encryption/policy-evaluator';

const ORGANIZATION = 'o-a1b2c3d4e5';
const MODEL = `arn:aws:bedrock:${REGION}::foundation-model/amazon.nova-lite-v1:0`;

function endpointsIn(stack: Stack, props: Partial<PrivateEndpointsProps> = {}): PrivateEndpoints {
  const network = new PrivateNetwork(stack, 'Network', {
    availabilityZones: ['us-east-1a', 'us-east-1b'],
    logKey: new kms.Key(stack, 'LogKey'),
    logRetention: logs.RetentionDays.SIX_YEARS,
  });
  return new PrivateEndpoints(stack, 'Endpoints', { network, modelArns: [MODEL], ...props });
}

function build(props: Partial<PrivateEndpointsProps>) {
  const stack = testStack();
  endpointsIn(stack, props);
  return synthesize(stack);
}

const refused = (props: Partial<PrivateEndpointsProps>) => refusal(() => endpointsIn(testStack(), props));
const namesOf = (template: ReturnType<typeof build>) =>
  resourcesOf(template, 'AWS::EC2::VPCEndpoint')
    .map(({ Properties }) => /\.us-east-1\.(.+)$/u.exec(text(Properties['ServiceName']))?.[1] ?? '')
    .sort();
const policyOf = (template: ReturnType<typeof build>, service: string): Json | undefined =>
  resourcesOf(template, 'AWS::EC2::VPCEndpoint').find(({ Properties }) =>
    text(Properties['ServiceName']).endsWith(`.${service}`),
  )?.Properties['PolicyDocument'];

describe('the services', () => {
  test('are those that were chosen', () => {
    expect(namesOf(build({ services: ['sqs', 'states', 's3'] }))).toEqual(['s3', 'sqs', 'states']);
  });

  test('have frozen logical ids, whichever are chosen beside them', () => {
    const ids = logicalIdsOf(build({}), 'AWS::EC2::VPCEndpoint').filter((id) =>
      id.startsWith('EndpointsKms'),
    );
    expect(ids).toHaveLength(1);
    expect(logicalIdsOf(build({ services: ['sns', 'kms'] }), 'AWS::EC2::VPCEndpoint')).toEqual(
      expect.arrayContaining(ids),
    );
  });

  test.each([
    ['none', [], '[]'],
    ['one twice', ['kms', 'kms'], '[kms, kms]'],
  ] as const)('are refused when there is %s', (_, services, shown) => {
    const error = refused({ services });
    expect(error.code).toBe('Services');
    expect(error.message).toContain(`services is ${shown}`);
  });

  test('without Bedrock have no endpoint for models to give', () => {
    const endpoints = endpointsIn(testStack(), { services: ['kms'] });
    expect(refusal(() => endpoints.bedrockRuntime).code).toBe('NoEndpoint');
    expect(endpointsIn(testStack()).bedrockRuntime.vpcEndpointId).toBeDefined();
  });

  test('say which names resolve, and no others', () => {
    const stack = testStack();
    const { dnsNames } = endpointsIn(stack, { services: ['kms', 'ecr.api'] });
    expect(dnsNames.map((name) => text(stack.resolve(name) as Json))).toEqual([
      'kms.us-east-1.<AWS::URLSuffix>',
      'api.ecr.us-east-1.<AWS::URLSuffix>',
    ]);
  });
});

describe('state machines', () => {
  const ask = (props: Partial<PrivateEndpointsProps>, action: string, resource: string) =>
    decide(policyOf(build({ services: ['states'], ...props }), 'states'), {
      caller: { arn: `arn:aws:iam::${ACCOUNT}:role/Invented` },
      action: `states:${action}`,
      resource: `arn:aws:states:${REGION}:${ACCOUNT}:${resource}`,
      context: { 'aws:PrincipalAccount': ACCOUNT, 'aws:ResourceAccount': ACCOUNT },
    });
  const named = { stateMachines: ['oversight'] };

  test('are run by name where they are named, and so are followed', () => {
    expect(ask(named, 'StartExecution', 'stateMachine:oversight')).toBe('allowed');
    expect(ask(named, 'StartExecution', 'stateMachine:oversight2')).toBe('not allowed');
    expect(ask(named, 'StopExecution', 'execution:oversight:a')).toBe('allowed');
    expect(ask(named, 'StopExecution', 'execution:other:a')).toBe('not allowed');
  });

  test('are all of the account where none is named; tasks are named by their tokens alone', () => {
    expect(ask({}, 'StartExecution', 'stateMachine:other')).toBe('allowed');
    expect(ask({}, 'StopExecution', 'execution:other:a')).toBe('allowed');
    for (const props of [{}, named])
      expect(ask(props, 'SendTaskSuccess', 'stateMachine:oversight')).toBe('allowed');
  });
});

describe('image layers', () => {
  const ask = (services: readonly PrivateService[], bucket: string) =>
    decide(policyOf(build({ services }), 's3'), {
      caller: { arn: 'arn:aws:iam::999900001111:role/Aws' },
      action: 's3:GetObject',
      resource: `arn:aws:s3:::${bucket}/layer`,
      context: { 'aws:PrincipalAccount': '999900001111', 'aws:ResourceAccount': '999900001111' },
    });

  test('pass where images are pulled, and only there', () => {
    expect(ask(['ecr.api', 'ecr.dkr', 's3'], 'prod-us-east-1-starport-layer-bucket')).toBe('allowed');
    expect(ask(['ecr.api', 'ecr.dkr', 's3'], 'invented-other-bucket')).toBe('not allowed');
    expect(ask(['s3'], 'prod-us-east-1-starport-layer-bucket')).toBe('not allowed');
  });
});

describe('the organization', () => {
  const within = { 'aws:PrincipalOrgID': ORGANIZATION, 'aws:ResourceOrgID': ORGANIZATION };
  const ask = (context: Readonly<Record<string, string>>) =>
    decide(policyOf(build({ organizationId: ORGANIZATION }), 'kms'), {
      caller: { arn: `arn:aws:iam::${ACCOUNT}:role/Invented` },
      action: 'kms:Decrypt',
      resource: `arn:aws:kms:${REGION}:444455556666:key/1`,
      context,
    });

  test('may be the perimeter, for callers and for resources', () => {
    expect(ask(within)).toBe('allowed');
    expect(ask({ ...within, 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' })).toBe('not allowed');
    expect(ask({ ...within, 'aws:ResourceOrgID': 'o-zzzzzzzzzz' })).toBe('not allowed');
  });

  test.each(['', 'o-', 'a1b2c3d4e5', 'o-A1B2C3D4E5', 'o-a1b2c3d4e', '*'])(
    "'%s' is refused",
    (organizationId) => {
      expect(refused({ organizationId }).code).toBe('OrganizationId');
    },
  );
});

describe('FIPS', () => {
  const REASON = 'AWS offers none; the plain endpoint speaks TLS 1.2';
  const fips = { withoutOne: { logs: REASON, secretsmanager: REASON } };

  test('is for every service that has such an endpoint, and for none without being asked', () => {
    expect(namesOf(build({ fips }))).toEqual(
      ['bedrock-runtime-fips', 'dynamodb', 'kms-fips', 'logs', 's3', 'secretsmanager', 'sts-fips'].sort(),
    );
    expect(namesOf(build({})).filter((name) => name.includes('fips'))).toEqual([]);
  });

  test('keeps logical ids and policies', () => {
    const ids = (props: Partial<PrivateEndpointsProps>) =>
      [...logicalIdsOf(build(props), 'AWS::EC2::VPCEndpoint')].sort();
    expect(ids({ fips })).toEqual(ids({}));
    expect(texts(at(list(at(policyOf(build({ fips }), 'kms-fips'), 'Statement'))[0], 'Action'))).toContain(
      'kms:Decrypt',
    );
  });

  test.each([
    ['no reason', { logs: REASON }, 'no FIPS endpoint is known for secretsmanager'],
    [
      'an empty reason',
      { logs: REASON, secretsmanager: ' ' },
      'no FIPS endpoint is known for secretsmanager',
    ],
    ['a reason for one that has it', { ...fips.withoutOne, kms: REASON }, 'fips.withoutOne names kms'],
    [
      'a reason for one that is not asked',
      { ...fips.withoutOne, lambda: REASON },
      'fips.withoutOne names lambda',
    ],
  ])('is refused with %s', (_, withoutOne, why) => {
    const error = refused({ fips: { withoutOne } });
    expect(error.code).toBe('Fips');
    expect(error.message).toContain(why);
  });
});

describe('S3 by an interface endpoint', () => {
  const services: readonly PrivateService[] = ['s3', 'dynamodb'];
  const endpointOf = (props: Partial<PrivateEndpointsProps>) =>
    resourcesOf(build({ services, ...props }), 'AWS::EC2::VPCEndpoint').find(({ Properties }) =>
      text(Properties['ServiceName']).endsWith('.s3'),
    )?.Properties;

  test('is at addresses of the network, for names as SDKs write them, behind the same policy', () => {
    const found = endpointOf({ s3Interface: true });
    expect(found).toMatchObject({
      VpcEndpointType: 'Interface',
      PrivateDnsEnabled: true,
      DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers' },
    });
    expect(found).not.toHaveProperty('RouteTableIds');
    expect(found?.['PolicyDocument']).toEqual(endpointOf({})?.['PolicyDocument']);
  });

  test('is there when asked for, and a gateway otherwise', () => {
    expect(endpointOf({})).toMatchObject({ VpcEndpointType: 'Gateway' });
    expect(endpointOf({ s3Interface: false })).toMatchObject({ VpcEndpointType: 'Gateway' });
  });
});
