import type { Examples } from '../example';

export const apigatewayv2Examples: Examples = {
  'apigatewayv2-access-logs': {
    bad: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
`,
    good: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    AccessLogSettings:
      DestinationArn: arn:aws:logs:us-east-1:111122223333:log-group:api
      Format: $context.requestId
`,
  },
  'apigatewayv2-cors': {
    bad: `
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    CorsConfiguration:
      AllowOrigins: [https://portal.example.org, '*']
`,
    good: `
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    CorsConfiguration:
      AllowOrigins: [https://portal.example.org]
      AllowMethods: [GET]
`,
  },
  'apigatewayv2-domain-tls': {
    bad: `
DomainName:
  Type: AWS::ApiGatewayV2::DomainName
  Properties:
    DomainNameConfigurations:
      - SecurityPolicy: TLS_1_0
`,
    good: `
DomainName:
  Type: AWS::ApiGatewayV2::DomainName
  Properties:
    DomainNameConfigurations:
      - SecurityPolicy: TLS_1_2
`,
  },
  'apigatewayv2-no-data-trace': {
    bad: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    DefaultRouteSettings:
      DataTraceEnabled: true
`,
    good: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    DefaultRouteSettings:
      DataTraceEnabled: false
`,
  },
  'apigatewayv2-private-integration-tls': {
    bad: `
Integration:
  Type: AWS::ApiGatewayV2::Integration
  Properties:
    ConnectionType: VPC_LINK
    ConnectionId: !Ref Link
    IntegrationType: HTTP_PROXY
`,
    good: `
Integration:
  Type: AWS::ApiGatewayV2::Integration
  Properties:
    ConnectionType: VPC_LINK
    ConnectionId: !Ref Link
    IntegrationType: HTTP_PROXY
    TlsConfig:
      ServerNameToVerify: orders.internal.clinic.example
`,
  },
  'apigatewayv2-route-authorized': {
    bad: `
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties:
    ApiId: !Ref Api
    RouteKey: GET /patients
    AuthorizationType: NONE
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    ProtocolType: HTTP
`,
    good: `
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties:
    ApiId: !Ref Api
    RouteKey: GET /patients
    AuthorizationType: AWS_IAM
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    ProtocolType: HTTP
`,
  },
  'apigatewayv2-socket-logs': {
    bad: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: !Ref Api
    DefaultRouteSettings:
      LoggingLevel: 'OFF'
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    ProtocolType: WEBSOCKET
`,
    good: `
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: !Ref Api
    DefaultRouteSettings:
      LoggingLevel: ERROR
Api:
  Type: AWS::ApiGatewayV2::Api
  Properties:
    ProtocolType: WEBSOCKET
`,
  },
};
