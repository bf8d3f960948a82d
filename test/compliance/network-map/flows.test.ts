import type { Flow } from '../../../lib/compliance/network-map/network-map';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, ref, resource } from '../../support/judge-template';
import { flowsOf, mapOf, onlyFlow, shortId } from '../../support/network-map';

const TLS_ONLY: JsonObject = {
  Effect: 'Deny',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const allow = (action: Json, on: Json = '*'): JsonObject => ({
  Effect: 'Allow',
  Principal: '*',
  Action: action,
  Resource: on,
});
const VPC: JsonObject = {
  Vpc: resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
};

describe('endpoints', () => {
  const endpoint = (statements: Json | undefined): JsonObject => ({
    ...VPC,
    Kms: resource('AWS::EC2::VPCEndpoint', {
      VpcId: ref('Vpc'),
      SubnetIds: [ref('Subnet')],
      ServiceName: 'com.amazonaws.us-east-1.kms-fips',
      ...(statements === undefined ? {} : { PolicyDocument: { Statement: statements } }),
    }),
  });

  test('lead from the subnet to the service, with the actions that the policy names', () => {
    const map = mapOf(endpoint([allow(['kms:Encrypt', 'kms:Decrypt'])]));
    expect(flowsOf(map, 'endpoint')).toEqual(['Subnet -> Kms', 'Kms -> service:kms']);
    expect(map.flows.at(-1)).toMatchObject({
      actions: ['kms:decrypt', 'kms:encrypt'],
      encryption: 'unknown',
    });
  });

  test('let everything through where they have no policy', () => {
    expect(mapOf(endpoint(undefined)).flows.at(-1)).toMatchObject({
      what: 'every action: the endpoint has no policy',
    });
  });

  test('say TLS where their policy refuses anything else', () => {
    expect(mapOf(endpoint([allow('kms:Decrypt'), TLS_ONLY])).flows.at(-1)).toMatchObject({
      encryption: 'tls',
    });
  });

  test('of gateways lead from the subnets whose route tables they are in', () => {
    const map = mapOf({
      ...VPC,
      Table: resource('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
      Association: resource('AWS::EC2::SubnetRouteTableAssociation', {
        SubnetId: ref('Subnet'),
        RouteTableId: ref('Table'),
      }),
      S3: resource('AWS::EC2::VPCEndpoint', {
        VpcId: ref('Vpc'),
        RouteTableIds: [ref('Table')],
        ServiceName: { 'Fn::Join': ['', ['com.amazonaws.', { Ref: 'AWS::Region' }, '.s3']] },
      }),
    });
    expect(flowsOf(map, 'endpoint')).toEqual(['Subnet -> S3', 'S3 -> service:s3']);
  });

  test('lead on to the models that their policy names', () => {
    const model = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
    expect(flowsOf(mapOf(endpoint([allow('bedrock:InvokeModel', model)])), 'model')).toEqual([
      'Kms -> model:amazon.nova-lite-v1:0',
    ]);
  });
});

describe('calls', () => {
  const call = (
    actions: Json,
    endpoints: JsonObject = {},
    vpc: JsonObject = { VpcConfig: { SubnetIds: [ref('Subnet')] } },
  ) =>
    mapOf({
      ...VPC,
      ...endpoints,
      Function: resource('AWS::Lambda::Function', { Role: arn('Role'), ...vpc }),
      Role: resource('AWS::IAM::Role', {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: arn('Records') }] },
          },
        ],
      }),
      Records: resource('AWS::S3::Bucket'),
    });
  const door = (...actions: readonly string[]): JsonObject => ({
    S3: resource('AWS::EC2::VPCEndpoint', {
      VpcId: ref('Vpc'),
      ServiceName: 'com.amazonaws.us-east-1.s3',
      PolicyDocument: { Statement: [allow(actions)] },
    }),
  });

  test.each([
    ['named', ['s3:GetObject'], door('s3:GetObject'), undefined],
    ['not-named', ['s3:GetObject'], door('s3:PutObject'), undefined],
    ['no-endpoint', ['s3:GetObject'], {}, undefined],
    // AWS delivers with the role of a function, from outside of the VPC
    ['undecided', ['s3:PutObject'], {}, undefined],
    ['no-vpc', ['s3:GetObject'], door('s3:GetObject'), {}],
    ['unreadable', ['s3:GetObject'], {}, { VpcConfig: { SubnetIds: ['subnet-1'] } }],
  ])('are %s', (verdict, actions, endpoints, vpc) => {
    const map = call(actions, endpoints, vpc);
    expect(map.proof.calls).toMatchObject([
      {
        service: 's3',
        verdict,
        endpoints: verdict === 'named' || verdict === 'not-named' ? [expect.any(String)] : [],
      },
    ]);
  });

  test('lead to the service through the endpoint, and say on what', () => {
    const flow = onlyFlow(call(['s3:GetObject'], door('s3:GetObject')), 'call');
    expect(flow).toMatchObject({ to: 'service:s3', actions: ['s3:getobject'] });
    expect([flow.through?.map(shortId), flow.on?.map(shortId)]).toEqual([['S3'], ['Records']]);
  });

  test('are not guessed from a pattern', () => {
    expect(call('s3:*').proof.calls).toEqual([]);
    expect(call(['s3:Get*', 's3:ListBucket']).proof.calls).toMatchObject([{ actions: ['s3:listbucket'] }]);
  });
});

describe('security groups', () => {
  const groups = (rule: JsonObject, other: JsonObject = {}) =>
    mapOf({
      ...VPC,
      App: resource('AWS::EC2::SecurityGroup', { VpcId: ref('Vpc'), SecurityGroupEgress: [], ...other }),
      Store: resource('AWS::EC2::SecurityGroup', {
        VpcId: ref('Vpc'),
        SecurityGroupEgress: [],
        SecurityGroupIngress: [rule],
      }),
      Database: resource('AWS::RDS::DBInstance', { VPCSecurityGroups: [ref('Store')] }),
    });
  const port = { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432 };

  test('are edges with protocol and port, and know their members', () => {
    const map = groups({ ...port, SourceSecurityGroupId: ref('App') });
    expect(flowsOf(map, 'security-group')).toEqual(['App -> Store']);
    expect(onlyFlow(map, 'security-group')).toMatchObject({ protocol: 'tcp', ports: '5432' });
    expect(map.securityGroups.map(({ members }) => members.map(shortId))).toEqual([[], ['Database']]);
  });

  test.each<[string, JsonObject, string]>([
    ['everybody', { CidrIp: '0.0.0.0/0' }, 'internet'],
    ['everybody by IPv6', { CidrIpv6: '::/0' }, 'internet'],
    ['a part of the VPC', { CidrIp: '10.0.1.0/24' }, 'Vpc'],
    ['the VPC itself', { CidrIp: { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] } }, 'Vpc'],
    ['another network', { CidrIp: '192.168.0.0/16' }, 'elsewhere'],
    ['what cannot be read', { CidrIp: { Ref: 'Open' } }, 'elsewhere'],
    ['a prefix list', { SourcePrefixListId: 'pl-1' }, 'aws'],
  ])('admit %s from that zone', (_, source, zone) => {
    expect(flowsOf(groups({ ...port, ...source }), 'security-group')).toEqual([`${zone} -> Store`]);
  });

  test('without egress rules of their own let everything out', () => {
    const map = mapOf({ Group: resource('AWS::EC2::SecurityGroup', {}) });
    expect(onlyFlow(map, 'security-group')).toMatchObject({ to: 'internet', ports: 'all' });
  });

  test('that reach nowhere have no edge', () => {
    const nowhere = { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' };
    expect(
      mapOf({ Group: resource('AWS::EC2::SecurityGroup', { SecurityGroupEgress: [nowhere] }) }).flows,
    ).toEqual([]);
  });
});

describe('names', () => {
  const firewall = (rules: Json): JsonObject => ({
    ...VPC,
    Association: resource('AWS::Route53Resolver::FirewallRuleGroupAssociation', {
      VpcId: ref('Vpc'),
      FirewallRuleGroupId: ref('Rules'),
    }),
    Rules: resource('AWS::Route53Resolver::FirewallRuleGroup', { FirewallRules: rules }),
    Everything: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['*'] }),
    Bad: resource('AWS::Route53Resolver::FirewallDomainList', { Domains: ['a.example'] }),
  });
  const block = (list: string) => ({ Action: 'BLOCK', FirewallDomainListId: ref(list) });

  test.each<[string, JsonObject, string]>([
    ['unfiltered', VPC, 'Vpc -> internet'],
    ['block-list', firewall([block('Bad')]), 'Vpc -> internet'],
    ['allow-list', firewall([block('Everything')]), 'Vpc -> aws'],
    ['unknown', firewall({ Ref: 'Open' }), 'Vpc -> internet'],
  ])('are resolved as the firewall lets them: %s', (names, template, flow) => {
    const map = mapOf(template);
    expect(flowsOf(map, 'dns')).toEqual([flow]);
    expect(map.zones[0]).toMatchObject({ kind: 'vpc', names });
  });
});

describe('what a resource describes by itself', () => {
  const FUNCTION = { Function: resource('AWS::Lambda::Function') };
  const BUCKET = { Copy: resource('AWS::S3::Bucket') };

  test.each<[Flow['kind'], string, string, JsonObject]>([
    [
      'event',
      'S3 event notification',
      'Source -> Function',
      {
        ...FUNCTION,
        Source: resource('AWS::S3::Bucket', {
          NotificationConfiguration: { LambdaConfigurations: [{ Function: arn('Function') }] },
        }),
      },
    ],
    [
      'event',
      'S3 event notification as the CDK writes it',
      'Copy -> Function',
      {
        ...FUNCTION,
        ...BUCKET,
        Source: resource('Custom::S3BucketNotifications', {
          BucketName: ref('Copy'),
          NotificationConfiguration: {
            LambdaFunctionConfigurations: [{ LambdaFunctionArn: arn('Function') }],
          },
        }),
      },
    ],
    [
      'event',
      'EventBridge rule on the default bus',
      'aws -> Function',
      { ...FUNCTION, Source: resource('AWS::Events::Rule', { Targets: [{ Arn: arn('Function') }] }) },
    ],
    [
      'event',
      'event source mapping',
      'Queue -> Function',
      {
        ...FUNCTION,
        Queue: resource('AWS::SQS::Queue'),
        Source: resource('AWS::Lambda::EventSourceMapping', {
          EventSourceArn: arn('Queue'),
          FunctionName: ref('Function'),
        }),
      },
    ],
    [
      'delivery',
      'subscription filter to Firehose',
      'Log -> Stream',
      {
        Log: resource('AWS::Logs::LogGroup'),
        Stream: resource('AWS::KinesisFirehose::DeliveryStream'),
        Source: resource('AWS::Logs::SubscriptionFilter', {
          LogGroupName: ref('Log'),
          DestinationArn: arn('Stream'),
        }),
      },
    ],
    [
      'delivery',
      'Firehose to a bucket',
      'Source -> Copy',
      {
        ...BUCKET,
        Source: resource('AWS::KinesisFirehose::DeliveryStream', {
          ExtendedS3DestinationConfiguration: { BucketARN: arn('Copy') },
        }),
      },
    ],
    [
      'replication',
      'S3 replication',
      'Source -> Copy',
      {
        ...BUCKET,
        Source: resource('AWS::S3::Bucket', {
          ReplicationConfiguration: { Rules: [{ Destination: { Bucket: arn('Copy') } }] },
        }),
      },
    ],
    [
      'replication',
      'S3 replication to another account',
      'Source -> other-account',
      {
        Source: resource('AWS::S3::Bucket', {
          ReplicationConfiguration: {
            Rules: [{ Destination: { Bucket: 'arn:aws:s3:::theirs', Account: '111122223333' } }],
          },
        }),
      },
    ],
    [
      'replication',
      'read replica',
      'Primary -> Source',
      {
        Primary: resource('AWS::RDS::DBInstance'),
        Source: resource('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: ref('Primary') }),
      },
    ],
    [
      'delivery',
      'documents of a knowledge base',
      'Copy -> Source',
      {
        ...BUCKET,
        Source: resource('AWS::Bedrock::DataSource', {
          DataSourceConfiguration: { S3Configuration: { BucketArn: arn('Copy') } },
        }),
      },
    ],
    [
      'event',
      'tool of an agent',
      'Source -> Function',
      {
        ...FUNCTION,
        Source: resource('AWS::Bedrock::Agent', {
          ActionGroups: [{ ActionGroupExecutor: { Lambda: arn('Function') } }],
        }),
      },
    ],
  ])('%s: %s', (kind, _, flow, template) => {
    expect(flowsOf(mapOf(template), kind)).toEqual([flow]);
  });

  test('a subscription to an address leads to the internet, encrypted or not, and the address is not on the map', () => {
    const to = (protocol: string, endpoint: string) =>
      onlyFlow(
        mapOf({
          Topic: resource('AWS::SNS::Topic'),
          Hook: resource('AWS::SNS::Subscription', {
            TopicArn: ref('Topic'),
            Protocol: protocol,
            Endpoint: endpoint,
          }),
        }),
        'event',
      );
    expect(to('https', 'https://hook.example/a')).toMatchObject({ to: 'internet', encryption: 'tls' });
    expect(to('http', 'http://hook.example/a')).toMatchObject({ to: 'internet', encryption: 'none' });
    expect(JSON.stringify(to('email', 'nurse@hospital.example'))).not.toContain('hospital');
  });

  test('a bucket policy that refuses plain requests encrypts what goes to the bucket', () => {
    const source = resource('AWS::S3::Bucket', {
      LoggingConfiguration: { DestinationBucketName: ref('Copy') },
    });
    const policy = resource('AWS::S3::BucketPolicy', {
      Bucket: ref('Copy'),
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { ...TLS_ONLY, Action: 's3:*', Resource: [arn('Copy'), { 'Fn::Join': ['', [arn('Copy'), '/*']] }] },
        ],
      },
    });
    expect(onlyFlow(mapOf({ ...BUCKET, Source: source }), 'delivery').encryption).toBe('unknown');
    expect(onlyFlow(mapOf({ ...BUCKET, Source: source, Policy: policy }), 'delivery')).toMatchObject({
      encryption: 'tls',
      encryptedBy: 'Copy refuses requests without TLS (s3-bucket-tls-only)',
    });
  });
});

describe('entries', () => {
  const balancer = (scheme: string, protocol: string) =>
    mapOf({
      Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: scheme }),
      Listener: resource('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Balancer'),
        Protocol: protocol,
      }),
    });

  test('of a load balancer are encrypted as its listener says', () => {
    expect(onlyFlow(balancer('internet-facing', 'HTTPS'), 'entry')).toMatchObject({
      from: 'internet',
      encryption: 'tls',
    });
    expect(onlyFlow(balancer('internet-facing', 'HTTP'), 'entry')).toMatchObject({ encryption: 'none' });
    expect(onlyFlow(balancer('internet-facing', 'TCP'), 'entry')).toMatchObject({ encryption: 'unknown' });
    expect(flowsOf(balancer('internal', 'HTTP'), 'entry')).toEqual([]);
  });

  test('of an API are there unless it is private', () => {
    const api = (types: Json) =>
      flowsOf(
        mapOf({ Api: resource('AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: types } }) }),
        'entry',
      );
    expect(api(['REGIONAL'])).toEqual(['internet -> Api']);
    expect(api(['PRIVATE'])).toEqual([]);
  });
});

describe('keys', () => {
  test('protect what names them, also by alias and where no rule looks', () => {
    const map = mapOf({
      Key: resource('AWS::KMS::Key', { Tags: [{ Key: 'hipaa-ai:data-class', Value: 'PHI' }] }),
      Alias: resource('AWS::KMS::Alias', { TargetKeyId: ref('Key') }),
      Bucket: resource('AWS::S3::Bucket', {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { KMSMasterKeyID: arn('Key') } },
          ],
        },
      }),
      Guardrail: resource('AWS::Bedrock::Guardrail', { KmsKeyArn: arn('Key') }),
      Queue: resource('AWS::SQS::Queue', { KmsMasterKeyId: ref('Alias') }),
    });
    expect(map.keys).toMatchObject([{ dataClass: 'PHI' }]);
    expect(map.keys[0]?.protects.map(shortId).sort()).toEqual(['Bucket', 'Guardrail', 'Queue']);
  });

  test('of elsewhere are told from none', () => {
    const map = mapOf({
      Far: resource('AWS::SQS::Queue', { KmsMasterKeyId: 'alias/theirs' }),
      None: resource('AWS::SQS::Queue'),
      Machine: resource('AWS::EC2::Instance', { KeyName: 'pair' }),
    });
    expect(map.assets.map(({ keys, otherKey }) => [keys.length, otherKey])).toEqual([
      [0, true],
      [0, false],
      [0, false],
    ]);
  });
});

test('a map of one stack has what its flows lead to in another', () => {
  const map = mapOf({
    Source: resource('AWS::S3::Bucket', {
      LoggingConfiguration: { DestinationBucketName: { 'Fn::ImportValue': 'logs' } },
    }),
  });
  expect(flowsOf(map, 'delivery')).toEqual(['Source -> elsewhere']);
});
