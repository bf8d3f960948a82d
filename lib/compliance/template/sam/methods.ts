import { isObject, own, type Json, type JsonObject } from '../json';
import { beside, defined, objectOf, pick, type Made, type Route, type SamResource } from './sam-resource';

/**
 * A route that an event adds to an API, as the method that API Gateway makes of it: the transform writes it into the API's
 * OpenAPI document, where no rule for methods would see it. None when the author wrote a document of their own.
 * Source: SAM developer guide, "ApiFunctionAuth", "HttpApiFunctionAuth", "RequestModel".
 */
export function methodOf(route: Route, api: SamResource): readonly Made[] {
  const isWritten = ['DefinitionBody', 'DefinitionUri'].some(
    (name) => own(api.properties, name) !== undefined,
  );
  if (isWritten) return [];
  return [route.kind === 'rest' ? restMethod(route, api) : httpRoute(route, api)];
}

function restMethod(route: Route, api: SamResource): Made {
  const auth = objectOf(own(api.properties, 'Auth'));
  const model = objectOf(own(route.properties, 'RequestModel'));
  const validates = ['ValidateBody', 'ValidateParameters'].some((name) => own(model, name) === true);
  const method = defined({
    RestApiId: { Ref: api.logicalId },
    HttpMethod: route.method.toUpperCase(),
    ...authorizationOf(route, auth, 'COGNITO_USER_POOLS', 'UserPoolArn'),
    ApiKeyRequired: own(route.auth, 'ApiKeyRequired') ?? own(auth, 'ApiKeyRequired'),
    RequestValidatorId: validates ? `${api.logicalId}Validator` : undefined,
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST' },
  });
  return made(route, 'Method', 'AWS::ApiGateway::Method', method, [
    ['Properties.RequestValidatorId', 'RequestModel'],
  ]);
}

function httpRoute(route: Route, api: SamResource): Made {
  const auth = objectOf(own(api.properties, 'Auth'));
  const method = route.method === 'any' ? 'ANY' : route.method.toUpperCase();
  const key = route.path === '$default' ? route.path : `${method} ${route.path}`;
  const properties = defined({
    ApiId: { Ref: api.logicalId },
    RouteKey: key,
    ...authorizationOf(route, auth, 'JWT', 'JwtConfiguration'),
  });
  return made(route, 'Route', 'AWS::ApiGatewayV2::Route', properties, []);
}

function made(
  { owner, name }: Route,
  suffix: string,
  type: string,
  properties: JsonObject,
  paths: readonly (readonly [string, string])[],
): Made {
  const written = `Properties.Events.${name}.Properties`;
  return beside(owner, name + suffix, type, properties, [
    ...paths.map(([generated, member]) => [generated, `${written}.${member}`] as const),
    ['Properties', `${written}.Auth`],
  ]);
}

/** @param tokens the type of an authorizer that has the member `mark`; every other one is a function */
function authorizationOf(route: Route, auth: JsonObject, tokens: string, mark: string): JsonObject {
  const name = own(route.auth, 'Authorizer') ?? own(auth, 'DefaultAuthorizer') ?? 'NONE';
  if (name === 'NONE' || name === 'AWS_IAM') return { AuthorizationType: name };
  const authorizer = typeof name === 'string' ? own(objectOf(own(auth, 'Authorizers')), name) : undefined;
  const hasTokens = isObject(authorizer) && own(authorizer, mark) !== undefined;
  const scopes: Json | undefined =
    own(route.auth, 'AuthorizationScopes') ?? own(objectOf(authorizer), 'AuthorizationScopes');
  return defined({
    AuthorizationType: hasTokens ? tokens : 'CUSTOM',
    AuthorizerId: name,
    AuthorizationScopes: scopes,
  });
}

/** The answer to browsers that ask first, which SAM adds to every path of an API with `Cors`. */
export function preflightOf(api: SamResource): readonly Made[] {
  const given = own(api.properties, 'Cors');
  if (given === undefined) return [];
  const cors = isObject(given) && own(given, 'AllowOrigin') !== undefined ? given : { AllowOrigin: given };
  const headers = Object.entries(pick(cors, ['AllowOrigin', 'AllowHeaders', 'AllowMethods'])).map(
    ([name, value]) => [headerOf(name), value] as const,
  );
  const credentials =
    own(cors, 'AllowCredentials') === true ? [[headerOf('AllowCredentials'), "'true'"]] : [];
  const method = {
    RestApiId: { Ref: api.logicalId },
    HttpMethod: 'OPTIONS',
    AuthorizationType: 'NONE',
    Integration: {
      Type: 'MOCK',
      IntegrationResponses: [
        {
          StatusCode: '200',
          ResponseParameters: Object.fromEntries([...headers, ...credentials]) as JsonObject,
        },
      ],
    },
  };
  return [beside(api, 'Preflight', 'AWS::ApiGateway::Method', method, [['Properties', 'Properties.Cors']])];
}

/** `AllowOrigin` as `method.response.header.Access-Control-Allow-Origin`. */
function headerOf(name: string): string {
  return `method.response.header.Access-Control-${name.replace('Allow', 'Allow-')}`;
}
