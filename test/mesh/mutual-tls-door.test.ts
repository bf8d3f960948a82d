import {
  aws_certificatemanager as acm,
  aws_ec2 as ec2,
  aws_lambda as lambda,
  aws_s3 as s3,
  type Stack,
} from 'aws-cdk-lib';
import {
  DOOR_TLS_POLICIES,
  MutualTlsDoor,
  type DoorTlsPolicy,
  type MutualTlsDoorProps,
} from '../../lib/mesh/mutual-tls-door';
import { hookPlace } from '../support/hook-place';
import { findingsOf } from '../support/strict-findings';
import { at, list, onlyResource, refusal, resourcesOf, synthesize, testStack } from '../support/synthesize';

jest.setTimeout(60_000);

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

function door(stack: Stack, changes: Partial<MutualTlsDoorProps> = {}): MutualTlsDoor {
  const { place, accessLogs } = hookPlace(stack);
  const published = s3.Bucket.fromBucketName(stack, 'Published', 'published-anchors');
  const own = lambda.Function.fromFunctionArn(
    stack,
    'Gateway',
    'arn:aws:lambda:us-east-1:111122223333:function:gateway',
  );
  return new MutualTlsDoor(stack, 'Door', {
    vpc: place.vpc,
    subnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    callers: [ec2.Peer.ipv4('10.20.0.0/16')],
    certificate: {
      source: 'imported',
      certificate: acm.Certificate.fromCertificateArn(
        stack,
        'Certificate',
        'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-4222-8333-000000000001',
      ),
    },
    trustAnchors: { bucket: published, key: 'partners.pem', version: 'v1' },
    target: { alias: new lambda.Alias(stack, 'Live', { aliasName: 'live', version: own.latestVersion }) },
    logs: accessLogs.bucket,
    ...changes,
  });
}

function made(changes: Partial<MutualTlsDoorProps> = {}) {
  const stack = testStack();
  door(stack, changes);
  return synthesize(stack);
}

test('the listener verifies clients against the trust store, expiry included, with TLS 1.2 or later and AES-GCM', () => {
  const template = made();
  const { Properties } = onlyResource(template, LISTENER);
  expect(Properties).toMatchObject({
    Port: 443,
    Protocol: 'HTTPS',
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
    MutualAuthentication: { Mode: 'verify', IgnoreClientCertificateExpiry: false },
  });
  expect(at(Properties, 'MutualAuthentication', 'TrustStoreArn')).toEqual({
    'Fn::GetAtt': [expect.stringMatching(/^DoorTrustStore/u), 'TrustStoreArn'],
  });
  expect(onlyResource(template, 'AWS::ElasticLoadBalancingV2::TrustStore').Properties).toMatchObject({
    CaCertificatesBundleS3Bucket: 'published-anchors',
    CaCertificatesBundleS3Key: 'partners.pem',
    CaCertificatesBundleS3ObjectVersion: 'v1',
  });
});

test('the load balancer is internal, protected, logs, and lets in the callers alone', () => {
  const template = made();
  const { Properties } = onlyResource(template, BALANCER);
  const attributes = new Map(
    list(Properties['LoadBalancerAttributes']).map((each) => [at(each, 'Key'), at(each, 'Value')]),
  );
  expect(Properties['Scheme']).toBe('internal');
  expect(Object.fromEntries(attributes)).toMatchObject({
    'deletion_protection.enabled': 'true',
    'routing.http.drop_invalid_header_fields.enabled': 'true',
    'routing.http.desync_mitigation_mode': 'strictest',
    'access_logs.s3.enabled': 'true',
    'connection_logs.s3.enabled': 'true',
    // the gateway takes two minutes for a slow model
    'idle_timeout.timeout_seconds': '130',
  });
  const { Properties: group } = onlyResource(template, 'AWS::EC2::SecurityGroup');
  expect(group['SecurityGroupIngress']).toEqual([
    {
      CidrIp: '10.20.0.0/16',
      Description: 'Callers of the door',
      FromPort: 443,
      ToPort: 443,
      IpProtocol: 'tcp',
    },
  ]);
  expect(JSON.stringify(group['SecurityGroupEgress'])).toContain('255.255.255.255/32');
});

test('a request that brings the header of unverified certificates is refused', () => {
  const { Properties } = onlyResource(made(), 'AWS::ElasticLoadBalancingV2::ListenerRule');
  expect(Properties).toMatchObject({
    Priority: 1,
    Conditions: [
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Amzn-Mtls-Clientcert', Values: ['*'] } },
    ],
    Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }],
  });
});

test('a function is invoked by target groups of this account, and sees a header that comes twice', () => {
  const template = made({ targetGroupName: 'gateway-door' });
  expect(onlyResource(template, GROUP).Properties).toMatchObject({
    TargetType: 'lambda',
    Name: 'gateway-door',
    TargetGroupAttributes: [{ Key: 'lambda.multi_value_headers.enabled', Value: 'true' }],
  });
  const { Properties } = onlyResource(template, 'AWS::Lambda::Permission');
  expect(Properties['Principal']).toBe('elasticloadbalancing.amazonaws.com');
  expect(JSON.stringify(Properties['SourceArn'])).toContain(':targetgroup/gateway-door/*');
  expect(onlyResource(template, GROUP).DependsOn).toEqual([expect.stringMatching(/^DoorTargetsInvocation/u)]);
});

test('addresses are called over TLS, and the door may reach their port alone', () => {
  const stack = testStack();
  const securityGroup = new ec2.SecurityGroup(stack, 'Service', {
    vpc: ec2.Vpc.fromVpcAttributes(stack, 'V', { vpcId: 'vpc-1', availabilityZones: ['us-east-1a'] }),
    allowAllOutbound: false,
  });
  door(stack, { target: { port: 8443, securityGroup, healthCheckPath: '/health' } });
  const template = synthesize(stack);
  expect(onlyResource(template, GROUP).Properties).toMatchObject({
    TargetType: 'ip',
    Protocol: 'HTTPS',
    Port: 8443,
    HealthCheckProtocol: 'HTTPS',
  });
  expect(
    resourcesOf(template, 'AWS::EC2::SecurityGroupEgress').map(({ Properties }) => Properties['ToPort']),
  ).toEqual([8443]);
});

test('revocation lists reach the trust store', () => {
  const stack = testStack();
  const bucket = s3.Bucket.fromBucketName(stack, 'Lists', 'lists');
  door(stack, { revocations: [{ bucket, key: 'partners.crl', version: 'v2' }] });
  expect(
    onlyResource(synthesize(stack), 'AWS::ElasticLoadBalancingV2::TrustStoreRevocation').Properties,
  ).toMatchObject({
    RevocationContents: [
      { RevocationType: 'CRL', S3Bucket: 'lists', S3Key: 'partners.crl', S3ObjectVersion: 'v2' },
    ],
  });
});

test.each(DOOR_TLS_POLICIES)('%s is let through', (tlsPolicy) => {
  expect(onlyResource(made({ tlsPolicy }), LISTENER).Properties['SslPolicy']).toBe(tlsPolicy);
});

test.each([
  'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04',
  'ELBSecurityPolicy-2016-08',
])('%s is refused', (name) => {
  expect(refusal(() => made({ tlsPolicy: name as DoorTlsPolicy })).code).toBe('TlsPolicy');
});

test('a door without callers is refused', () => {
  expect(refusal(() => made({ callers: [] })).code).toBe('Callers');
});

test('of a door with callers by their group, and a revocation list, the strictest profile finds nothing', () => {
  const stack = testStack();
  const bucket = s3.Bucket.fromBucketName(stack, 'Lists', 'lists');
  door(stack, {
    callers: [ec2.Peer.securityGroupId('sg-0123456789abcdef1')],
    revocations: [{ bucket, key: 'partners.crl', version: 'v2' }],
  });
  const template = synthesize(stack);
  const types = [
    LISTENER,
    BALANCER,
    GROUP,
    'AWS::ElasticLoadBalancingV2::TrustStore',
    'AWS::Lambda::Permission',
    'AWS::EC2::SecurityGroup',
    'AWS::S3::BucketPolicy',
  ];
  expect(types.flatMap((type) => findingsOf(template, type))).toEqual([]);
});
