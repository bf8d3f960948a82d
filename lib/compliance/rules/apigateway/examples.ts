import type { Examples } from '../example';

export const apigatewayExamples: Examples = {
  'apigateway-access-logs': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    AccessLogSetting:
      DestinationArn: arn:aws:logs:us-east-1:111122223333:log-group:api
`,
  },
  'apigateway-account-log-role': {
    bad: `
Account:
  Type: AWS::ApiGateway::Account
`,
    good: `
Account:
  Type: AWS::ApiGateway::Account
  Properties:
    CloudWatchRoleArn: arn:aws:iam::111122223333:role/api-logs
`,
  },
  'apigateway-authorizer-cache': {
    bad: `
Authorizer:
  Type: AWS::ApiGateway::Authorizer
  Properties:
    AuthorizerResultTtlInSeconds: 301
`,
    good: `
Authorizer:
  Type: AWS::ApiGateway::Authorizer
  Properties:
    AuthorizerResultTtlInSeconds: 300
`,
  },
  'apigateway-cache-enabled': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    CacheClusterEnabled: true
`,
  },
  'apigateway-cache-encrypted': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - CachingEnabled: true
        CacheDataEncrypted: false
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - CachingEnabled: true
        CacheDataEncrypted: true
`,
  },
  'apigateway-client-certificate': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    ClientCertificateId: a1b2c3
`,
  },
  'apigateway-domain-tls': {
    bad: `
DomainName:
  Type: AWS::ApiGateway::DomainName
  Properties:
    SecurityPolicy: TLS_1_0
`,
    good: `
DomainName:
  Type: AWS::ApiGateway::DomainName
  Properties:
    SecurityPolicy: TLS_1_2
`,
  },
  'apigateway-execute-endpoint': {
    bad: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    DisableExecuteApiEndpoint: false
`,
    good: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    DisableExecuteApiEndpoint: true
`,
  },
  'apigateway-execution-logs': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref Api
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref Api
    MethodSettings:
      - ResourcePath: /*
        HttpMethod: '*'
        LoggingLevel: ERROR
`,
  },
  'apigateway-integration-encrypted': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    Integration:
      Type: HTTP
      Uri: http://ehr.example.org
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    Integration:
      Type: HTTP
      Uri: https://ehr.example.org
`,
  },
  'apigateway-integration-private': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    Integration:
      Type: HTTP
      ConnectionType: INTERNET
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    Integration:
      Type: HTTP_PROXY
      ConnectionType: VPC_LINK
`,
  },
  'apigateway-key-required': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: AWS_IAM
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: AWS_IAM
    ApiKeyRequired: true
`,
  },
  'apigateway-method-authorized': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: NONE
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: AWS_IAM
`,
  },
  'apigateway-mutual-tls': {
    bad: `
DomainName:
  Type: AWS::ApiGateway::DomainName
`,
    good: `
DomainName:
  Type: AWS::ApiGateway::DomainName
  Properties:
    MutualTlsAuthentication:
      TruststoreUri: s3://trust/clients.pem
`,
  },
  'apigateway-names-authorizer': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: COGNITO_USER_POOLS
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    AuthorizationType: CUSTOM
    AuthorizerId: a1b2c3
`,
  },
  'apigateway-names-endpoint': {
    bad: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    EndpointConfiguration:
      Types:
        - PRIVATE
`,
    good: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    EndpointConfiguration:
      Types:
        - PRIVATE
      VpcEndpointIds:
        - !Ref Endpoint
`,
  },
  'apigateway-no-data-trace': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - ResourcePath: /*
        HttpMethod: '*'
        DataTraceEnabled: true
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - ResourcePath: /*
        HttpMethod: '*'
        DataTraceEnabled: false
`,
  },
  'apigateway-policy-not-public': {
    bad: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Policy:
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: execute-api:Invoke
          Resource: '*'
`,
    good: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Policy:
      Statement:
        - Effect: Allow
          Principal:
            AWS: '111122223333'
          Action: execute-api:Invoke
          Resource: '*'
`,
  },
  'apigateway-private-endpoint': {
    bad: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    EndpointConfiguration:
      Types: [REGIONAL]
`,
    good: `
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    EndpointConfiguration:
      Types: [PRIVATE]
`,
  },
  'apigateway-request-validated': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    HttpMethod: GET
    RequestValidatorId: a1b2c3
`,
  },
  'apigateway-scopes': {
    bad: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    AuthorizationType: COGNITO_USER_POOLS
`,
    good: `
Method:
  Type: AWS::ApiGateway::Method
  Properties:
    AuthorizationType: COGNITO_USER_POOLS
    AuthorizationScopes: [chart/read]
`,
  },
  'apigateway-stage-metrics': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - MetricsEnabled: false
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    MethodSettings:
      - MetricsEnabled: true
`,
  },
  'apigateway-stage-tracing': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    TracingEnabled: false
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    TracingEnabled: true
`,
  },
  'apigateway-usage-plan': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    StageName: prod
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    StageName: prod
Plan:
  Type: AWS::ApiGateway::UsagePlan
  Properties:
    ApiStages:
      - ApiId: api
        Stage: prod
`,
  },
  'apigateway-waf': {
    bad: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref Api
    StageName: prod
Api:
  Type: AWS::ApiGateway::RestApi
`,
    good: `
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: !Ref Api
    StageName: prod
Api:
  Type: AWS::ApiGateway::RestApi
Association:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !Sub arn:\${AWS::Partition}:apigateway:\${AWS::Region}::/restapis/\${Api}/stages/\${Stage}
    WebACLArn: arn:aws:wafv2:us-east-1:111122223333:regional/webacl/portal/0a1b2c3d
`,
  },
};
