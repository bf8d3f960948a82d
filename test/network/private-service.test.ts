import { aws_ec2 as ec2 } from 'aws-cdk-lib';
import { actionExists } from '../../lib/compliance/policy/actions/catalogue';
import { DataPerimeter, imageLayers } from '../../lib/network/endpoint-policies';
import { dnsNamesOf, doorTo, PRIVATE_SERVICES } from '../../lib/network/private-service';

/** Every endpoint CDK knows, by the last part of its name. */
const KNOWN = new Set(
  Object.values(ec2.InterfaceVpcEndpointAwsService)
    .filter(
      (each): each is ec2.InterfaceVpcEndpointAwsService =>
        each instanceof ec2.InterfaceVpcEndpointAwsService,
    )
    .map(({ shortName }) => shortName),
);
/** Newer than aws-cdk-lib 2.276.0. Source: AgentCore developer guide, "Use interface VPC endpoints". */
const NOT_IN_CDK = ['bedrock-agentcore-control'];
const INTERFACES = PRIVATE_SERVICES.filter((service) => doorTo(service).kind === 'interface');

test.each(INTERFACES)('%s is an endpoint that CDK knows', (service) => {
  expect(KNOWN.has(service)).toBe(!NOT_IN_CDK.includes(service));
});

test.each(INTERFACES)('whether %s has a FIPS endpoint is what CDK says', (service) => {
  expect(doorTo(service).fips).toBe(KNOWN.has(`${service}-fips`));
});

test('gateways are those of S3 and DynamoDB', () => {
  expect(PRIVATE_SERVICES.filter((service) => doorTo(service).kind === 'gateway')).toEqual([
    's3',
    'dynamodb',
  ]);
});

test('the second inference endpoint is not among them', () => {
  expect(PRIVATE_SERVICES.filter((service) => service.includes('mantle'))).toEqual([]);
});

test('construct ids are told apart', () => {
  const ids = PRIVATE_SERVICES.map((service) => doorTo(service).id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each([
  ['account', new DataPerimeter()],
  ['organization', new DataPerimeter('o-a1b2c3d4e5')],
])('with the %s as perimeter', (line, perimeter) => {
  test.each(PRIVATE_SERVICES)('the policy of %s names actions that exist, and who may', (service) => {
    const statements = doorTo(service).policy(perimeter, ['arn:aws:bedrock:us-east-1::foundation-model/m']);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      for (const action of statement.actions) expect([action, actionExists(action)]).toEqual([action, true]);
      const keys = Object.keys((statement.conditions as { StringEquals: object }).StringEquals);
      expect(keys[0]).toBe(line === 'account' ? 'aws:PrincipalAccount' : 'aws:PrincipalOrgID');
      const isOnEverything = statement.resources.includes('*');
      // what has no resource, or one of no account, cannot be held to the owner's
      if (keys.length === 1)
        expect(isOnEverything || statement.resources[0]?.includes('::foundation-model/')).toBe(true);
      else expect(keys[1]).toBe(line === 'account' ? 'aws:ResourceAccount' : 'aws:ResourceOrgID');
    }
  });
});

test('image layers come out of the bucket of AWS in the Region, and nothing else of S3 is open to strangers', () => {
  const { actions, resources } = imageLayers();
  expect(actions).toEqual(['s3:GetObject']);
  expect(resources).toHaveLength(1);
  expect(resources[0]).toMatch(/:s3:::prod-.+-starport-layer-bucket\/\*$/u);
});

describe('names', () => {
  const names = (...args: Parameters<typeof dnsNamesOf>) =>
    dnsNamesOf(...args).map((name) => name.replace(/\$\{Token\[AWS\.URLSuffix[^}]*\}/u, 'amazonaws.com'));

  test.each([
    ['kms', ['kms.us-east-1.amazonaws.com']],
    ['bedrock-runtime', ['bedrock-runtime.us-east-1.amazonaws.com']],
    ['ecr.api', ['api.ecr.us-east-1.amazonaws.com']],
    ['ecr.dkr', ['dkr.ecr.us-east-1.amazonaws.com', '*.dkr.ecr.us-east-1.amazonaws.com']],
    ['bedrock-agentcore.gateway', ['*.gateway.bedrock-agentcore.us-east-1.amazonaws.com']],
    ['s3', ['s3.us-east-1.amazonaws.com', '*.s3.us-east-1.amazonaws.com']],
  ] as const)('of %s are those the SDK asks for', (service, expected) => {
    expect(names(service, 'us-east-1')).toEqual(expected);
  });

  test.each([
    ['kms', ['kms-fips.us-east-1.amazonaws.com']],
    ['logs', ['logs.us-east-1.amazonaws.com']],
    [
      's3',
      [
        's3.us-east-1.amazonaws.com',
        '*.s3.us-east-1.amazonaws.com',
        's3-fips.us-east-1.amazonaws.com',
        '*.s3-fips.us-east-1.amazonaws.com',
      ],
    ],
  ] as const)('of %s with FIPS are those of the endpoint there is', (service, expected) => {
    expect(names(service, 'us-east-1', true)).toEqual(expected);
  });
});
