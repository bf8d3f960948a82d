import type { Examples } from '../example';

export const appsyncExamples: Examples = {
  'appsync-authentication': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    AuthenticationType: API_KEY
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    AuthenticationType: AWS_IAM
`,
  },
  'appsync-authorizer': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    AuthenticationType: AWS_LAMBDA
    LambdaAuthorizerConfig:
      AuthorizerUri: arn:aws:lambda:us-east-1:111122223333:function:who
      AuthorizerResultTtlInSeconds: 301
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    AuthenticationType: AWS_LAMBDA
    LambdaAuthorizerConfig:
      AuthorizerUri: arn:aws:lambda:us-east-1:111122223333:function:who
      AuthorizerResultTtlInSeconds: 300
`,
  },
  'appsync-cache-encrypted': {
    bad: `
ApiCache:
  Type: AWS::AppSync::ApiCache
`,
    good: `
ApiCache:
  Type: AWS::AppSync::ApiCache
  Properties:
    AtRestEncryptionEnabled: true
    TransitEncryptionEnabled: true
`,
  },
  'appsync-http-source': {
    bad: `
DataSource:
  Type: AWS::AppSync::DataSource
  Properties:
    Type: HTTP
    HttpConfig:
      Endpoint: http://ehr.example.org
`,
    good: `
DataSource:
  Type: AWS::AppSync::DataSource
  Properties:
    Type: HTTP
    HttpConfig:
      Endpoint: https://ehr.example.org
`,
  },
  'appsync-http-source-signed': {
    bad: `
DataSource:
  Type: AWS::AppSync::DataSource
  Properties:
    HttpConfig:
      Endpoint: https://ehr.example.org
`,
    good: `
DataSource:
  Type: AWS::AppSync::DataSource
  Properties:
    HttpConfig:
      Endpoint: https://ehr.example.org
      AuthorizationConfig:
        AuthorizationType: AWS_IAM
`,
  },
  'appsync-logging': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    LogConfig:
      FieldLogLevel: NONE
      CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/api-logs
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    LogConfig:
      FieldLogLevel: ERROR
      CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/api-logs
`,
  },
  'appsync-no-introspection': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    IntrospectionConfig: ENABLED
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    IntrospectionConfig: DISABLED
`,
  },
  'appsync-no-verbose-logs': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    LogConfig:
      FieldLogLevel: ERROR
      CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/api-logs
      ExcludeVerboseContent: false
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    LogConfig:
      FieldLogLevel: ERROR
      CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/api-logs
      ExcludeVerboseContent: true
`,
  },
  'appsync-private-api': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Visibility: GLOBAL
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Visibility: PRIVATE
`,
  },
  'appsync-source-own-role': {
    bad: `
Source:
  Type: AWS::AppSync::DataSource
  Properties:
    Type: AMAZON_DYNAMODB
    DynamoDBConfig:
      TableName: records
      UseCallerCredentials: true
`,
    good: `
Source:
  Type: AWS::AppSync::DataSource
  Properties:
    Type: AMAZON_DYNAMODB
    ServiceRoleArn: !GetAtt Role.Arn
    DynamoDBConfig:
      TableName: records
`,
  },
  'appsync-tracing': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    XrayEnabled: false
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    XrayEnabled: true
`,
  },
  'appsync-waf': {
    bad: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Visibility: GLOBAL
`,
    good: `
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Visibility: GLOBAL
Acl:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !GetAtt Api.Arn
`,
  },
};
