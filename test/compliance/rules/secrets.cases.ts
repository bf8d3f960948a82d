import { authenticationMetadata } from '../../../lib/compliance/rules/secrets/authentication-metadata';
import { environment } from '../../../lib/compliance/rules/secrets/environment';
import { fromSecureService } from '../../../lib/compliance/rules/secrets/from-secure-service';
import { AGENT_SECRET_PROPERTIES } from '../../../lib/compliance/rules/secrets/agent-secret-properties';
import { MORE_SECRET_PROPERTIES } from '../../../lib/compliance/rules/secrets/more-secret-properties';
import { noCredentials } from '../../../lib/compliance/rules/secrets/no-credentials';
import { noLiteral } from '../../../lib/compliance/rules/secrets/no-literal';
import { SECRET_PROPERTIES } from '../../../lib/compliance/rules/secrets/secret-properties';
import { userData } from '../../../lib/compliance/rules/secrets/user-data';
import { userName } from '../../../lib/compliance/rules/secrets/user-name';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
  type Scenario,
} from '../../support/judge-template';

const DATABASE = 'AWS::RDS::DBInstance';
const FUNCTION = 'AWS::Lambda::Function';
const INSTANCE = 'AWS::EC2::Instance';
/** The documentation's own example of an access key; it opens nothing. */
const ACCESS_KEY = 'AKIAIOSFODNN7EXAMPLE';
const INVENTED = 'not-a-real-one';
const FROM_SECRET = '{{resolve:secretsmanager:records:SecretString:password}}';
/** As the CDK writes it. */
const FROM_SECRET_OF_STACK = {
  'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Secret'), ':SecretString:password::}}']],
};

function withParameter(password: Json, parameter: JsonObject): Scenario {
  const database = resource(DATABASE, { MasterUserPassword: password });
  const { Parameters, ...rest } = body({ Subject: database });
  return { stacks: [{ ...rest, Parameters: { ...(Parameters as JsonObject), Password: parameter } }] };
}
const hidden = { Type: 'String', NoEcho: true };

/** Properties in which something stands at a path; `*` is a list of one. */
function placed(path: string, value: Json): JsonObject {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) return { [step]: value };
  return {
    [step]: rest[0] === '*' ? [placed(rest.slice(1).join('.'), value)] : placed(rest.join('.'), value),
  };
}
const everyPlace = Object.entries({
  ...SECRET_PROPERTIES,
  ...AGENT_SECRET_PROPERTIES,
  ...MORE_SECRET_PROPERTIES,
}).flatMap(
  ([type, paths]) => paths.map((path) => ({ type, path })),
);
const everywhere = (name: string, value: Json) =>
  Object.fromEntries(
    everyPlace.map(({ type, path }) => [
      `${name} as ${path} of ${type} is a finding`,
      subject(type, placed(path, value)),
    ]),
  );

const variable = (name: string, value: Json) =>
  subject(FUNCTION, { Environment: { Variables: { [name]: value } } });
const entries = (name: string, value: Json) => [{ Name: name, Value: value }];
const startingWith = (text: Json) => subject(INSTANCE, { UserData: { 'Fn::Base64': text } });
const authenticating = (entry: JsonObject) =>
  stack({
    Subject: resource(INSTANCE, {}, { Metadata: { 'AWS::CloudFormation::Authentication': { entry } } }),
  });

export const secretsCases = [
  casesOf(noLiteral, {
    'a secret of Secrets Manager is compliant': subject(DATABASE, { MasterUserPassword: FROM_SECRET }),
    'a secret of the stack is compliant': subject(DATABASE, { MasterUserPassword: FROM_SECRET_OF_STACK }),
    'an encrypted parameter is compliant': subject(DATABASE, {
      MasterUserPassword: '{{resolve:ssm-secure:/records/password:1}}',
    }),
    'a hidden parameter is compliant': withParameter(ref('Password'), hidden),
    'a hidden parameter with an empty default is compliant': withParameter(ref('Password'), {
      ...hidden,
      Default: '',
    }),
    'what a custom resource hands out is compliant': subject(
      DATABASE,
      { MasterUserPassword: { 'Fn::GetAtt': ['Maker', 'Password'] } },
      { Maker: resource('Custom::Password') },
    ),
    'a password in text is a finding': seen(
      subject(DATABASE, { MasterUserPassword: INVENTED }),
      'Properties.MasterUserPassword',
    ),
    'a password made of the name of the stack is a finding': subject(DATABASE, {
      MasterUserPassword: { 'Fn::Sub': '${AWS::StackName}-1' },
    }),
    'a password from a mapping is a finding': {
      stacks: [
        body(
          {
            Subject: resource(DATABASE, {
              MasterUserPassword: { 'Fn::FindInMap': ['Of', 'dev', 'password'] },
            }),
          },
          { Mappings: { Of: { dev: { password: INVENTED } } } },
        ),
      ],
    },
    'a password in one branch is a finding': subject(DATABASE, {
      MasterUserPassword: either(FROM_SECRET, INVENTED),
    }),
    'a parameter that is not encrypted is a finding': seen(
      subject(DATABASE, { MasterUserPassword: '{{resolve:ssm:/records/password:1}}' }),
      'Properties.MasterUserPassword',
    ),
    'a parameter that shows is a finding': withParameter(ref('Password'), { Type: 'String' }),
    'a parameter that shows because it says so is a finding': withParameter(ref('Password'), {
      ...hidden,
      NoEcho: false,
    }),
    'a hidden parameter with a default is a finding': withParameter(ref('Password'), {
      ...hidden,
      Default: INVENTED,
    }),
    'a part of the password from a parameter that shows is a finding': withParameter(
      { 'Fn::Sub': 'db-${Password}' },
      { Type: 'String' },
    ),
    'the second of several passwords is a finding': seen(
      subject('AWS::ElastiCache::User', { Passwords: [FROM_SECRET, INVENTED] }),
      'Properties.Passwords.1',
    ),
    'a password from outside the assembly is unknown': subject(DATABASE, {
      MasterUserPassword: { 'Fn::ImportValue': 'password' },
    }),
    'a password that AWS manages is not applicable': subject(DATABASE, { ManageMasterUserPassword: true }),
    'a password that is left out is not applicable': subject(DATABASE, { MasterUserPassword: NOTHING }),
    ...everywhere('a secret in text', INVENTED),
  }),
  casesOf(fromSecureService, {
    'a secret of Secrets Manager is compliant': subject(DATABASE, { MasterUserPassword: FROM_SECRET }),
    'an encrypted parameter is compliant': subject(DATABASE, {
      MasterUserPassword: '{{resolve:ssm-secure:/records/password}}',
    }),
    'a reference to a secret is compliant': subject(
      DATABASE,
      { MasterUserPassword: ref('Secret') },
      { Secret: resource('AWS::SecretsManager::Secret') },
    ),
    'a hidden parameter is a finding': withParameter(ref('Password'), hidden),
    'an attribute of a bucket is a finding': subject(
      DATABASE,
      { MasterUserPassword: { 'Fn::GetAtt': ['Bucket', 'Arn'] } },
      { Bucket: resource('AWS::S3::Bucket') },
    ),
    'a plain parameter is a finding': subject(DATABASE, { MasterUserPassword: '{{resolve:ssm:/x}}' }),
    'what a custom resource hands out is unknown': subject(
      DATABASE,
      { MasterUserPassword: { 'Fn::GetAtt': ['Maker', 'Password'] } },
      { Maker: resource('Custom::Password') },
    ),
    'no password is not applicable': subject(DATABASE),
    'a stream with a secret of its own is not applicable': subject('AWS::KinesisFirehose::DeliveryStream', {
      SplunkDestinationConfiguration: { SecretsManagerConfiguration: { Enabled: true } },
    }),
    'a stream that names no secret is a finding': seen(
      subject('AWS::KinesisFirehose::DeliveryStream', {
        SplunkDestinationConfiguration: { HECEndpointType: 'Raw' },
      }),
      'Properties.SplunkDestinationConfiguration.HECToken',
    ),
    ...everywhere('a secret in text', INVENTED),
  }),
  casesOf(userName, {
    'a name out of the secret is compliant': subject(DATABASE, { MasterUsername: FROM_SECRET }),
    'a name in text is a finding': seen(
      subject(DATABASE, { MasterUsername: 'root' }),
      'Properties.MasterUsername',
    ),
    'a name from a parameter that shows is a finding': subject(DATABASE, { MasterUsername: OPEN }),
    'no name is not applicable': subject(DATABASE),
    ...Object.fromEntries(
      [
        ['AWS::DocDB::DBCluster', 'MasterUsername'],
        ['AWS::DocDBElastic::Cluster', 'AdminUserName'],
        ['AWS::RDS::DBCluster', 'MasterUsername'],
        ['AWS::Redshift::Cluster', 'MasterUsername'],
        ['AWS::RedshiftServerless::Namespace', 'AdminUsername'],
      ].map(([type = '', name = '']) => [
        `a name of ${type} is a finding`,
        subject(type, { [name]: 'root' }),
      ]),
    ),
  }),
  casesOf(noCredentials, {
    'the ARN of a role is compliant': variable('ROLE', 'arn:aws:iam::111122223333:role/reader'),
    'text in capitals that is longer than a key is compliant': variable('ID', `${ACCESS_KEY}X`),
    'user data without a key is compliant': subject(INSTANCE, {
      UserData: Buffer.from('#!/bin/bash\nyum update -y # 2026').toString('base64'),
    }),
    'an access key in a variable is a finding': seen(
      variable('KEY', ACCESS_KEY),
      'Properties.Environment.Variables.KEY',
    ),
    'an access key in a script is a finding': seen(
      startingWith(`export AWS_ACCESS_KEY_ID=${ACCESS_KEY}`),
      'Properties.UserData.Fn::Base64',
    ),
    'an access key in encoded user data is a finding': seen(
      subject(INSTANCE, {
        UserData: Buffer.from(`#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${ACCESS_KEY}`).toString('base64'),
      }),
      'Properties.UserData',
    ),
    'a secret access key is a finding': startingWith(
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ),
    'a private key in metadata is a finding': stack({
      Subject: resource(INSTANCE, {}, { Metadata: { key: '-----BEGIN RSA PRIVATE KEY-----' } }),
    }),
  }),
  casesOf(authenticationMetadata, {
    'a role is compliant': authenticating({ type: 'S3', roleName: ref('Role') }),
    'a password is a finding': seen(
      authenticating({ type: 'basic', username: 'reader', password: INVENTED }),
      'Metadata.AWS::CloudFormation::Authentication.entry.password',
    ),
    'a password from a parameter is a finding': authenticating({ type: 'basic', password: OPEN }),
    'access by key is a finding': seen(
      authenticating({ type: 'S3', accessKeyId: OPEN, secretKey: OPEN }),
      'Metadata.AWS::CloudFormation::Authentication.entry.secretKey',
      'Metadata.AWS::CloudFormation::Authentication.entry.accessKeyId',
    ),
    'metadata about packages is compliant': authenticating({ type: 'S3', buckets: ['packages'] }),
  }),
  casesOf(userData, {
    'a secret fetched at start is compliant': startingWith(
      'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)',
    ),
    'a secret handed in by reference is compliant': startingWith({
      'Fn::Join': ['', ['export DB_PASSWORD=', ref('Password'), '\n']],
    }),
    'a password of seven characters is compliant': startingWith('PASSWORD=seven77'),
    'a packed script is compliant': startingWith('H4sIAAAAAAAAA/NIzcnJVwjPL8pJUQQAHKNnbAwAAAA='),
    'a word of a parameter is compliant': startingWith({ 'Fn::Sub': '${Program}' }),
    'a word is a finding': seen(startingWith('not-a-real-one'), 'Properties.UserData.Fn::Base64'),
    'a word that is not encoded is a finding': subject(INSTANCE, { UserData: INVENTED }),
    'a password of eight characters is a finding': seen(
      startingWith('PASSWORD=eight888'),
      'Properties.UserData.Fn::Base64',
    ),
    'a password in encoded user data is a finding': subject(INSTANCE, {
      UserData: Buffer.from(`#!/bin/bash\nexport DB_PASSWORD=${INVENTED}`).toString('base64'),
    }),
    'a password in a file of cfn-init is a finding': stack({
      Subject: resource(
        INSTANCE,
        {},
        { Metadata: { 'AWS::CloudFormation::Init': { config: { content: `password: ${INVENTED}` } } } },
      ),
    }),
    'a launch template with a password is a finding': subject('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { UserData: { 'Fn::Base64': `API_KEY="${INVENTED}"` } },
    }),
    'a launch configuration with a token is a finding': subject('AWS::AutoScaling::LaunchConfiguration', {
      UserData: { 'Fn::Base64': `TOKEN=${INVENTED}` },
    }),
    'no user data is not applicable': subject(INSTANCE),
  }),
  casesOf(environment, {
    'the ARN of a secret is compliant': variable(
      'DB_SECRET',
      'arn:aws:secretsmanager:us-east-1:111122223333:x',
    ),
    'the name of a secret is compliant': variable('DB_SECRET', 'records-database'),
    'a password by reference is compliant': variable('DB_PASSWORD', ref('Secret')),
    'a password in text is a finding': seen(
      variable('DB_PASSWORD', INVENTED),
      'Properties.Environment.Variables.DB_PASSWORD',
    ),
    'an API key is a finding': variable('API_KEY', 'abcd1234efgh5678'),
    'a password in one branch is a finding': variable('DB_PASSWORD', either(ref('Secret'), INVENTED)),
    'a password out of the default of a parameter is a finding': variable('DB_PASSWORD', ref('Wide')),
    'a secret that CodeBuild fetches is not applicable': subject('AWS::CodeBuild::Project', {
      Environment: {
        EnvironmentVariables: [{ Name: 'DB_PASSWORD', Type: 'SECRETS_MANAGER', Value: 'records' }],
      },
    }),
    'a password of a build is a finding': seen(
      subject('AWS::CodeBuild::Project', {
        Environment: { EnvironmentVariables: entries('DB_PASSWORD', INVENTED) },
      }),
      'Properties.Environment.EnvironmentVariables.0.Value',
    ),
    'a password of a container is a finding': seen(
      subject('AWS::ECS::TaskDefinition', {
        ContainerDefinitions: [{ Environment: entries('DB_PASSWORD', INVENTED) }],
      }),
      'Properties.ContainerDefinitions.0.Environment.0.Value',
    ),
    'a password of a job is a finding': subject('AWS::Batch::JobDefinition', {
      ContainerProperties: { Environment: entries('DB_PASSWORD', INVENTED) },
    }),
    'a password of a task of a job is a finding': seen(
      subject('AWS::Batch::JobDefinition', {
        EcsProperties: {
          TaskProperties: [{ Containers: [{ Environment: entries('DB_PASSWORD', INVENTED) }] }],
        },
      }),
      'Properties.EcsProperties.TaskProperties.0.Containers.0.Environment.0.Value',
    ),
    'a password of a web service is a finding': subject('AWS::AppRunner::Service', {
      SourceConfiguration: {
        ImageRepository: {
          ImageConfiguration: { RuntimeEnvironmentVariables: entries('DB_PASSWORD', INVENTED) },
        },
      },
    }),
    ...Object.fromEntries(
      (
        [
          ['AWS::ApiGateway::Deployment', 'StageDescription.Variables.DB_PASSWORD'],
          ['AWS::ApiGateway::Stage', 'Variables.DB_PASSWORD'],
          ['AWS::ApiGatewayV2::Stage', 'StageVariables.DB_PASSWORD'],
          ['AWS::AppSync::GraphQLApi', 'EnvironmentVariables.DB_PASSWORD'],
        ] as const
      ).map(([type, path]) => [
        `a password of ${type} is a finding`,
        seen(subject(type, placed(path, INVENTED)), `Properties.${path}`),
      ]),
    ),
    ...Object.fromEntries(
      ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'].map((type) => [
        `a password as an option of ${type} is a finding`,
        subject(type, { OptionSettings: [{ OptionName: 'DB_PASSWORD', Value: INVENTED }] }),
      ]),
    ),
    ...Object.fromEntries(
      [
        ['AWS::Amplify::App', 'EnvironmentVariables'],
        ['AWS::Amplify::Branch', 'EnvironmentVariables'],
      ].map(([type = '', path = '']) => [
        `a password of ${type} is a finding`,
        subject(type, { [path]: entries('DB_PASSWORD', INVENTED) }),
      ]),
    ),
    ...Object.fromEntries(
      [
        ['AWS::BedrockAgentCore::Runtime', 'EnvironmentVariables.DB_PASSWORD'],
        ['AWS::Glue::Job', 'DefaultArguments.--DB_PASSWORD'],
        ['AWS::SageMaker::Model', 'PrimaryContainer.Environment.DB_PASSWORD'],
        ['AWS::Synthetics::Canary', 'RunConfig.EnvironmentVariables.DB_PASSWORD'],
      ].map(([type = '', path = '']) => [
        `a password of ${type} is a finding`,
        subject(type, placed(path, INVENTED)),
      ]),
    ),
    'no such variable is not applicable': variable('MODE', INVENTED),
  }),
];
