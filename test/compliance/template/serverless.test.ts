import { checkReport } from '../../../lib/compliance/check/check-report';
import { RULES } from '../../../lib/compliance/rules/registry';
import type { Json } from '../../../lib/compliance/template/json';
import { readTemplateBytes } from '../../../lib/compliance/template/read-assembly';
import type { Template } from '../../../lib/compliance/template/template';

/** A serverless template, read as a user would write it. */
function template(text: string): Template {
  const yaml = text.startsWith('Resources') || text.startsWith('Globals') ? text : `Resources:\n${text}`;
  const [read] = readTemplateBytes(Buffer.from(`Transform: AWS::Serverless-2016-10-31\n${yaml}`), {
    name: 'sam.yaml',
  }).templates;
  if (!read) throw new Error('no template');
  return read;
}

const typesOf = (read: Template) =>
  Object.fromEntries(read.resources.map(({ logicalId, type }) => [logicalId, type]));
const propertiesOf = (read: Template, id: string) => read.resource(id)?.definition['Properties'];
const fn = (properties: string) =>
  `  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n${properties.replaceAll(/^/gmu, '      ')}\n`;

test('a function becomes a function and the role it runs under', () => {
  const read = template(
    fn(
      'Handler: a.b\nRuntime: nodejs20.x\nTracing: Active\nTags: {team: care}\nCodeUri: {Bucket: b, Key: k}',
    ),
  );
  expect(typesOf(read)).toEqual({ Fn: 'AWS::Lambda::Function', FnRole: 'AWS::IAM::Role' });
  expect(propertiesOf(read, 'Fn')).toEqual({
    Handler: 'a.b',
    Runtime: 'nodejs20.x',
    Code: { S3Bucket: 'b', S3Key: 'k' },
    Role: { 'Fn::GetAtt': ['FnRole', 'Arn'] },
    Tags: [{ Key: 'team', Value: 'care' }],
    TracingConfig: { Mode: 'Active' },
  });
});

test('a function with a role of its own gets no other', () => {
  expect(typesOf(template(fn('Role: arn:aws:iam::111122223333:role/mine')))).toEqual({
    Fn: 'AWS::Lambda::Function',
  });
});

test('policies of every form end up in the role', () => {
  const read = template(
    fn(
      'Policies:\n  - AmazonS3ReadOnlyAccess\n  - !Ref Managed\n  - SQSSendMessagePolicy: {QueueName: !GetAtt Q.QueueName}\n  - Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "*"}]\n  - !If [Is, {DynamoDBReadPolicy: {TableName: t}}, !Ref AWS::NoValue]',
    ),
  );
  const role = propertiesOf(read, 'FnRole') as { ManagedPolicyArns: Json[]; Policies: Json[] };
  expect(role.ManagedPolicyArns).toEqual([
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    { Ref: 'Managed' },
  ]);
  expect(role.Policies).toHaveLength(3);
  expect(JSON.stringify(role.Policies[0])).toContain('"queueName":{"Fn::GetAtt":"Q.QueueName"}');
  expect(role.Policies[2]).toMatchObject({
    'Fn::If': ['Is', { PolicyDocument: {} }, { Ref: 'AWS::NoValue' }],
  });
  expect(read.hiddenIn('Fn')).toEqual([]);
});

test.each([
  ['a policy template nobody knows', 'Policies: [{NoSuchPolicy: {}}]', 'Properties.Policies.0.NoSuchPolicy'],
  [
    'a policy template without its parameter',
    'Policies: [{S3ReadPolicy: {}}]',
    'Properties.Policies.0.S3ReadPolicy',
  ],
  ['an event nobody knows', 'Events: {E: {Type: Telepathy}}', 'Properties.Events.E'],
])('%s is hidden, never left out', (_, properties, place) => {
  expect(
    template(fn(properties))
      .hiddenIn('Fn')
      .map(({ property }) => property),
  ).toEqual([place]);
});

test.each([
  [
    'Api',
    'Type: Api, Properties: {Path: /x, Method: get}',
    [
      'AWS::Lambda::Permission',
      'AWS::ApiGateway::Method',
      'AWS::ApiGateway::RestApi',
      'AWS::ApiGateway::Stage',
      'AWS::ApiGateway::Deployment',
    ],
  ],
  [
    'HttpApi',
    'Type: HttpApi',
    [
      'AWS::Lambda::Permission',
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
    ],
  ],
  [
    'Schedule',
    'Type: Schedule, Properties: {Schedule: rate(1 day)}',
    ['AWS::Events::Rule', 'AWS::Lambda::Permission'],
  ],
  ['SQS', 'Type: SQS, Properties: {Queue: arn}', ['AWS::Lambda::EventSourceMapping']],
  ['SNS', 'Type: SNS, Properties: {Topic: arn}', ['AWS::SNS::Subscription', 'AWS::Lambda::Permission']],
  ['S3', 'Type: S3, Properties: {Bucket: !Ref B}', ['AWS::Lambda::Permission']],
  [
    'ScheduleV2',
    'Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}',
    ['AWS::Scheduler::Schedule', 'AWS::IAM::Role'],
  ],
])('an event of type %s becomes what calls the function', (_, event, types) => {
  const made = Object.entries(typesOf(template(fn(`Events: {E: {${event}}}`))));
  const others = made.filter(([id]) => id !== 'Fn' && id !== 'FnRole').map(([, type]) => type);
  expect(others.sort()).toEqual([...types].sort());
});

test('defaults of the template count, lists and maps joined, texts replaced', () => {
  const read = template(
    `Globals:\n  Function:\n    Timeout: 3\n    MemorySize: 128\n    Layers: [a]\n    Environment: {Variables: {A: 1}}\nResources:\n${fn('Timeout: 9\nLayers: [b]\nEnvironment: {Variables: {B: 2}}')}`,
  );
  expect(propertiesOf(read, 'Fn')).toMatchObject({
    Timeout: 9,
    MemorySize: 128,
    Layers: ['a', 'b'],
    Environment: { Variables: { A: 1, B: 2 } },
  });
});

test('APIs become their stages, with logs, tracing and domain', () => {
  const read = template(
    `  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: live\n      TracingEnabled: true\n      AccessLogSetting: {DestinationArn: x}\n      EndpointConfiguration: {Type: PRIVATE, VPCEndpointIds: [v]}\n      Domain: {DomainName: a.example.com, CertificateArn: c, SecurityPolicy: TLS_1_2}\n`,
  );
  expect(typesOf(read)).toEqual({
    Api: 'AWS::ApiGateway::RestApi',
    ApiDeployment: 'AWS::ApiGateway::Deployment',
    ApiliveStage: 'AWS::ApiGateway::Stage',
    ApiDomainName: 'AWS::ApiGateway::DomainName',
  });
  expect(propertiesOf(read, 'Api')).toMatchObject({
    EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['v'] },
  });
  expect(propertiesOf(read, 'ApiliveStage')).toMatchObject({
    TracingEnabled: true,
    AccessLogSetting: { DestinationArn: 'x' },
  });
});

/** What becomes of one event, and of the API it names. */
function methodOf(api: string, event: string): Json | undefined {
  const [kind, suffix] = api.startsWith('HttpApi') ? ['HttpApi', 'Route'] : ['Api', 'Method'];
  const text = api.slice(api.indexOf(' ') + 1);
  const read = template(
    `  A:\n    Type: AWS::Serverless::${kind}\n    Properties: ${text}\n${fn(
      `Events: {E: {Type: ${kind}, Properties: {${kind === 'Api' ? 'RestApiId' : 'ApiId'}: !Ref A, ${event}}}}`,
    )}`,
  );
  return propertiesOf(read, `FnE${suffix}`);
}

const POOL = 'Authorizers: {Pool: {UserPoolArn: p, AuthorizationScopes: [notes]}}';
test.each([
  ['nobody', 'Api {StageName: a}', 'Path: /x, Method: get', { AuthorizationType: 'NONE' }],
  [
    'the authorizer of the API',
    `Api {StageName: a, Auth: {DefaultAuthorizer: Pool, ${POOL}}}`,
    'Path: /x, Method: get',
    { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: 'Pool', AuthorizationScopes: ['notes'] },
  ],
  [
    'nobody in spite of the API',
    `Api {StageName: a, Auth: {DefaultAuthorizer: Pool, ${POOL}}}`,
    'Path: /x, Method: get, Auth: {Authorizer: NONE}',
    { AuthorizationType: 'NONE' },
  ],
  [
    'a key, and its own scopes',
    `Api {StageName: a, Auth: {ApiKeyRequired: true, DefaultAuthorizer: Pool, ${POOL}}}`,
    'Path: /x, Method: any, Auth: {AuthorizationScopes: [visits]}',
    { HttpMethod: 'ANY', ApiKeyRequired: true, AuthorizationScopes: ['visits'] },
  ],
  [
    'a function',
    'Api {StageName: a, Auth: {DefaultAuthorizer: F, Authorizers: {F: {FunctionArn: f}}}}',
    'Path: /x, Method: get, RequestModel: {Model: M, ValidateBody: true}',
    { AuthorizationType: 'CUSTOM', AuthorizerId: 'F', RequestValidatorId: 'AValidator' },
  ],
  [
    'AWS',
    'Api {StageName: a, Auth: {DefaultAuthorizer: AWS_IAM}}',
    'Path: /x, Method: get, RequestModel: {Model: M, ValidateBody: false}',
    { AuthorizationType: 'AWS_IAM' },
  ],
  [
    'a token',
    'HttpApi {Auth: {DefaultAuthorizer: J, Authorizers: {J: {JwtConfiguration: {issuer: i}}}}}',
    'Path: /x, Method: get',
    { RouteKey: 'GET /x', AuthorizationType: 'JWT', AuthorizerId: 'J' },
  ],
  ['nobody on any path', 'HttpApi {}', 'TimeoutInMillis: 5', { RouteKey: '$default' }],
])('a route of an event asks %s', (_, api, event, expected) => {
  expect(methodOf(api, event)).toMatchObject(expected);
});

test('a method that validates nothing has no validator, one of a document of its own is not worked out', () => {
  const event = 'Path: /x, Method: get, RequestModel: {Model: M, ValidateBody: false}';
  expect(methodOf('Api {StageName: a}', event)).not.toHaveProperty('RequestValidatorId');
  expect(methodOf('Api {StageName: a, DefinitionBody: {paths: {}}}', event)).toBeUndefined();
});

test.each([
  ['"\'*\'"', { 'method.response.header.Access-Control-Allow-Origin': "'*'" }],
  [
    '{AllowOrigin: "\'https://a.example\'", AllowCredentials: true}',
    {
      'method.response.header.Access-Control-Allow-Origin': "'https://a.example'",
      'method.response.header.Access-Control-Allow-Credentials': "'true'",
    },
  ],
])('the CORS of an API becomes the answer to browsers: %s', (cors, ResponseParameters) => {
  const read = template(
    `  A:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: a\n      Cors: ${cors}\n`,
  );
  expect(propertiesOf(read, 'APreflight')).toMatchObject({
    HttpMethod: 'OPTIONS',
    Integration: { IntegrationResponses: [{ ResponseParameters }] },
  });
});

test('settings of a route that an event adds are those of the stage', () => {
  const read = template(
    `  A:\n    Type: AWS::Serverless::HttpApi\n    Properties: {RouteSettings: {GET /y: {DataTraceEnabled: false}}}\n${fn(
      'Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref A, Path: /x, Method: get, RouteSettings: {DataTraceEnabled: true}}}}',
    )}`,
  );
  expect(propertiesOf(read, 'AApiGatewayDefaultStage')).toMatchObject({
    RouteSettings: { 'GET /x': { DataTraceEnabled: true }, 'GET /y': { DataTraceEnabled: false } },
  });
});

test.each([
  [
    'SimpleTable',
    '{SSESpecification: {SSEEnabled: true}}',
    'AWS::DynamoDB::Table',
    { SSESpecification: { SSEEnabled: true }, BillingMode: 'PAY_PER_REQUEST' },
  ],
  [
    'StateMachine',
    '{Logging: {Level: ALL}, Role: r}',
    'AWS::StepFunctions::StateMachine',
    { LoggingConfiguration: { Level: 'ALL' }, RoleArn: 'r' },
  ],
  [
    'LayerVersion',
    '{ContentUri: {Bucket: b, Key: k}}',
    'AWS::Lambda::LayerVersion',
    { Content: { S3Bucket: 'b', S3Key: 'k' } },
  ],
  [
    'Application',
    '{Location: https://example.com/a.yaml}',
    'AWS::CloudFormation::Stack',
    { TemplateURL: 'https://example.com/a.yaml' },
  ],
  [
    'GraphQLApi',
    '{Auth: {Type: API_KEY}}',
    'AWS::AppSync::GraphQLApi',
    { AuthenticationType: 'API_KEY', LogConfig: { FieldLogLevel: 'ALL' } },
  ],
])('AWS::Serverless::%s becomes the resource it stands for', (type, properties, real, expected) => {
  const read = template(`  It:\n    Type: AWS::Serverless::${type}\n    Properties: ${properties}\n`);
  expect(read.resource('It')?.type).toBe(real);
  expect(propertiesOf(read, 'It')).toMatchObject(expected);
});

test('a connector becomes the policy it grants, of the role at its source', () => {
  const read = template(
    `${fn('Runtime: x')}  T:\n    Type: AWS::Serverless::SimpleTable\n  C:\n    Type: AWS::Serverless::Connector\n    Properties: {Source: {Id: Fn}, Destination: {Id: T}, Permissions: [Read]}\n`,
  );
  expect(read.resource('CPolicy')?.type).toBe('AWS::IAM::ManagedPolicy');
  expect(JSON.stringify(propertiesOf(read, 'CPolicy'))).toContain('dynamodb:GetItem');
  expect(propertiesOf(read, 'CPolicy')).toMatchObject({ Roles: [{ Ref: 'FnRole' }] });
});

test('a connector to something the template does not have is hidden', () => {
  const read = template(
    `${fn('Runtime: x')}  C:\n    Type: AWS::Serverless::Connector\n    Properties: {Source: {Id: Fn}, Destination: {Arn: far}, Permissions: [Read]}\n`,
  );
  expect(read.hiddenIn('C')).toHaveLength(1);
});

test('findings name what the author wrote, with its line, once', () => {
  const text = `Transform: AWS::Serverless-2016-10-31\nResources:\n${fn('Policies:\n  - Statement:\n      - {Effect: Allow, Action: "*", Resource: "*"}\nFunctionUrlConfig:\n  AuthType: NONE')}`;
  const rules = RULES.filter(({ id }) => id === 'iam-no-wildcard-action' || id === 'lambda-not-public');
  const { findings } = checkReport(readTemplateBytes(Buffer.from(text), { name: 'sam.yaml' }), rules);
  expect(findings).toMatchObject([
    {
      rule: 'iam-no-wildcard-action',
      logicalId: 'Fn',
      resourceType: 'AWS::Serverless::Function',
      property: 'Properties.Policies.0.Statement.0.Action',
      generated: { logicalId: 'FnRole', resourceType: 'AWS::IAM::Role' },
      source: { file: 'sam.yaml', line: 8 },
    },
    {
      rule: 'lambda-not-public',
      logicalId: 'Fn',
      property: 'Properties.FunctionUrlConfig.AuthType',
      source: { line: 10 },
    },
  ]);
});

describe('language extensions:', () => {
  const loop = (collection: string, more = '') =>
    Buffer.from(
      `Transform: AWS::LanguageExtensions\nParameters:\n  Names: {Type: CommaDelimitedList, Default: "a,b"}\nResources:\n  Fn::ForEach::Buckets:\n    - Name\n    - ${collection}\n    - "Bucket\${Name}":\n        Type: AWS::S3::Bucket\n        Properties:\n          BucketName: !Sub "x-\${Name}"\n${more}`,
    );

  test.each([
    ['a list', '[one, two]', ['Bucketone', 'Buckettwo']],
    ['a parameter with a default', '!Ref Names', ['Bucketa', 'Bucketb']],
  ])('a loop over %s is unrolled', (_, collection, ids) => {
    const [read] = readTemplateBytes(loop(collection), { name: 't.yaml' }).templates;
    expect(read?.resources.map(({ logicalId }) => logicalId)).toEqual(ids);
  });

  test('a finding in a loop is at its line', () => {
    const rules = RULES.filter(({ id }) => id === 's3-bucket-versioned');
    const { findings } = checkReport(readTemplateBytes(loop('[one]'), { name: 't.yaml' }), rules);
    expect(findings).toMatchObject([{ logicalId: 'Bucketone', source: { line: 10 } }]);
  });

  test('a loop within a loop is unrolled', () => {
    const text = `{"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::A":["X",["1","2"],{"Fn::ForEach::B":["Y",["3","4"],{"R\${X}\${Y}":{"Type":"Custom::R"}}]}]}}`;
    const [read] = readTemplateBytes(Buffer.from(text), { name: 't.json' }).templates;
    expect(read?.resources.map(({ logicalId }) => logicalId)).toEqual(['R13', 'R14', 'R23', 'R24']);
  });

  test('Fn::ToJsonString and Fn::Length are worked out', () => {
    const text = `{"Transform":"AWS::LanguageExtensions","Resources":{"A":{"Type":"Custom::A","Properties":{"Text":{"Fn::ToJsonString":{"a":[1,{"Ref":"AWS::Region"}]}},"Count":{"Fn::Length":[1,2,3]}}}}}`;
    const [read] = readTemplateBytes(Buffer.from(text), { name: 't.json' }).templates;
    expect(read?.resource('A')?.property('Text').texts()).toEqual(['{"a":[1,"${AWS::Region}"]}']);
    expect(read?.resource('A')?.property('Count').values).toEqual([{ kind: 'literal', value: 3 }]);
  });
});
