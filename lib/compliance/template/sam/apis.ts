import { isObject, own, type Json, type JsonObject } from '../json';
import { preflightOf } from './methods';
import {
  beside,
  defined,
  main,
  objectOf,
  pick,
  tagList,
  type Expanded,
  type Made,
  type Paths,
  type Route,
  type SamResource,
} from './sam-resource';

const SAME: Paths = [['Properties', 'Properties']];

/** Source: SAM developer guide, "Generated CloudFormation resources for AWS::Serverless::Api". */
export function expandApi(sam: SamResource, routes: readonly Route[]): Expanded {
  const { properties, logicalId } = sam;
  const auth = objectOf(own(properties, 'Auth'));
  const api = defined({
    ...pick(properties, [
      'Name', 'Description', 'BinaryMediaTypes', 'ApiKeySourceType', 'DisableExecuteApiEndpoint', 'FailOnWarnings', 'Mode',
      'SecurityPolicy', 'EndpointAccessMode',
    ]), // prettier-ignore
    Body:
      own(properties, 'DefinitionBody') ??
      (own(properties, 'DefinitionUri') === undefined ? openApi(routes, auth) : undefined),
    BodyS3Location: own(properties, 'DefinitionUri'),
    EndpointConfiguration: endpointOf(own(properties, 'EndpointConfiguration')),
    MinimumCompressionSize: own(properties, 'MinimumCompressionSize'),
    Policy: resourcePolicy(auth),
    Tags: tagList(own(properties, 'Tags')),
  });
  const stageName = own(properties, 'StageName');
  const deployment = beside(sam, 'Deployment', 'AWS::ApiGateway::Deployment', {
    RestApiId: { Ref: logicalId },
  });
  const stage = defined({
    ...pick(properties, [
      'AccessLogSetting', 'CacheClusterEnabled', 'CacheClusterSize', 'CanarySetting', 'MethodSettings', 'TracingEnabled',
      'Variables',
    ]), // prettier-ignore
    RestApiId: { Ref: logicalId },
    DeploymentId: { Ref: `${logicalId}Deployment` },
    StageName: stageName,
    Tags: tagList(own(properties, 'Tags')),
  });
  const name = typeof stageName === 'string' ? stageName.replaceAll(/[^A-Za-z0-9]/gu, '') : '';
  return {
    made: [
      main(sam, 'AWS::ApiGateway::RestApi', api, [
        ['Properties.EndpointConfiguration.Types', 'Properties.EndpointConfiguration'],
        ['Properties.Policy', 'Properties.Auth.ResourcePolicy'],
        ['Properties.Body', 'Properties.DefinitionBody'],
        ['Properties.BodyS3Location', 'Properties.DefinitionUri'],
        ...SAME,
      ]),
      deployment,
      ...preflightOf(sam),
      beside(sam, `${name}Stage`, 'AWS::ApiGateway::Stage', stage, SAME),
      ...domain(sam, 'AWS::ApiGateway::DomainName', [
        'SecurityPolicy',
        'MutualTlsAuthentication',
        'OwnershipVerificationCertificateArn',
      ]),
    ],
  };
}

function endpointOf(configuration: Json | undefined): Json | undefined {
  if (configuration === undefined || configuration === null) return undefined;
  if (!isObject(configuration)) return { Types: [configuration] };
  const type = own(configuration, 'Type');
  return type === undefined
    ? configuration
    : defined({ Types: [type], VpcEndpointIds: own(configuration, 'VPCEndpointIds') });
}

/** SAM's lists of accounts, networks and addresses become statements; the author's own are taken as they are. */
function resourcePolicy(auth: JsonObject): Json | undefined {
  const policy = objectOf(own(auth, 'ResourcePolicy'));
  const custom = own(policy, 'CustomStatements');
  return custom === undefined ? undefined : { Version: '2012-10-17', Statement: custom };
}

/** The methods that events add, with who may call them. */
function openApi(routes: readonly Route[], auth: JsonObject): JsonObject {
  const fallback = own(auth, 'DefaultAuthorizer');
  const keyRequired = own(auth, 'ApiKeyRequired');
  const paths = new Map<string, [string, Json][]>();
  for (const route of routes) {
    const authorizer = own(route.auth, 'Authorizer') ?? fallback;
    const scheme = typeof authorizer === 'string' && authorizer !== 'NONE' ? [{ [authorizer]: [] }] : [];
    const keys = (own(route.auth, 'ApiKeyRequired') ?? keyRequired) === true ? [{ api_key: [] }] : [];
    const operation = {
      security: [...scheme, ...keys],
      'x-amazon-apigateway-integration': { type: 'aws_proxy' },
    };
    const methods = paths.get(route.path) ?? [];
    methods.push([route.method === 'any' ? 'x-amazon-apigateway-any-method' : route.method, operation]);
    paths.set(route.path, methods);
  }
  const schemes = Object.keys(objectOf(own(auth, 'Authorizers')));
  return {
    swagger: '2.0',
    paths: Object.fromEntries([...paths].map(([path, methods]) => [path, Object.fromEntries(methods)])),
    securityDefinitions: Object.fromEntries(
      [...schemes, ...(fallback === 'AWS_IAM' ? ['AWS_IAM'] : [])].map((name) => [
        name,
        { type: 'apiKey', name: 'Authorization', in: 'header' },
      ]),
    ),
  };
}

/** Source: SAM developer guide, "Generated CloudFormation resources for AWS::Serverless::HttpApi". */
export function expandHttpApi(sam: SamResource, routes: readonly Route[]): Expanded {
  const { properties, logicalId } = sam;
  const cors = own(properties, 'CorsConfiguration');
  const origins = cors === true ? { AllowOrigins: ['*'] } : cors;
  const api = defined({
    ...pick(properties, ['Name', 'Description', 'DisableExecuteApiEndpoint', 'FailOnWarnings']),
    Body:
      own(properties, 'DefinitionBody') ??
      (own(properties, 'DefinitionUri') === undefined
        ? openApi(routes, objectOf(own(properties, 'Auth')))
        : undefined),
    BodyS3Location: own(properties, 'DefinitionUri'),
    CorsConfiguration: origins,
    Tags: own(properties, 'Tags'),
  });
  const stageName = own(properties, 'StageName');
  const stage = defined({
    ...pick(properties, ['AccessLogSettings', 'DefaultRouteSettings', 'StageVariables', 'Tags']),
    RouteSettings: routeSettings(own(properties, 'RouteSettings'), routes),
    ApiId: { Ref: logicalId },
    StageName: stageName ?? '$default',
    AutoDeploy: true,
  });
  const suffix =
    typeof stageName === 'string' ? stageName.replaceAll(/[^A-Za-z0-9]/gu, '') : 'ApiGatewayDefault';
  return {
    made: [
      main(sam, 'AWS::ApiGatewayV2::Api', api, [
        ['Properties.Body', 'Properties.DefinitionBody'],
        ['Properties.BodyS3Location', 'Properties.DefinitionUri'],
        ...SAME,
      ]),
      beside(sam, `${suffix}Stage`, 'AWS::ApiGatewayV2::Stage', stage, SAME),
      ...domain(sam, 'AWS::ApiGatewayV2::DomainName', ['MutualTlsAuthentication']),
    ],
  };
}

/** What the API says of its routes, and what the events that add them say. */
function routeSettings(given: Json | undefined, routes: readonly Route[]): Json | undefined {
  const ofEvents = routes.flatMap(({ method, path, properties }) => {
    const settings = own(properties, 'RouteSettings');
    return settings === undefined ? [] : [[`${method.toUpperCase()} ${path}`, settings] as const];
  });
  if (ofEvents.length === 0 || (given !== undefined && !isObject(given))) return given;
  return { ...given, ...Object.fromEntries(ofEvents) };
}

function domain(sam: SamResource, type: string, names: readonly string[]): readonly Made[] {
  const given = own(sam.properties, 'Domain');
  if (!isObject(given)) return [];
  const isHttp = type === 'AWS::ApiGatewayV2::DomainName';
  const certificate = own(given, 'CertificateArn');
  const endpoint = own(given, 'EndpointConfiguration') ?? 'REGIONAL';
  const settings = isHttp
    ? {
        DomainNameConfigurations: [
          defined({
            CertificateArn: certificate,
            EndpointType: endpoint,
            SecurityPolicy: own(given, 'SecurityPolicy'),
          }),
        ],
      }
    : {
        [endpoint === 'EDGE' ? 'CertificateArn' : 'RegionalCertificateArn']: certificate,
        EndpointConfiguration: { Types: [endpoint] },
      };
  const properties = defined({ DomainName: own(given, 'DomainName'), ...settings, ...pick(given, names) });
  return [
    beside(sam, 'DomainName', type, properties, [
      ['Properties.DomainNameConfigurations.0', 'Properties.Domain'],
      ['Properties', 'Properties.Domain'],
    ]),
  ];
}
