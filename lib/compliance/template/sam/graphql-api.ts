import { isObject, own, type Json } from '../json';
import {
  beside,
  defined,
  main,
  objectOf,
  omit,
  tagList,
  type Expanded,
  type Made,
  type SamResource,
} from './sam-resource';

const OF_SAM: ReadonlySet<string> = new Set([
  'ApiKeys', 'Auth', 'Cache', 'DataSources', 'DomainName', 'Functions', 'Logging', 'Resolvers', 'SchemaInline', 'SchemaUri',
  'Tags',
]); // prettier-ignore

/**
 * The API with its authentication, log, keys, cache and domain. Resolvers and the functions behind them hold code and are
 * left out; data sources keep the table or function they name, with the role SAM makes for them hidden.
 * Source: SAM developer guide, "AWS::Serverless::GraphQLApi".
 */
export function expandGraphQlApi(sam: SamResource): Expanded {
  const { properties, logicalId } = sam;
  const auth = objectOf(own(properties, 'Auth'));
  const api = defined({
    ...omit(properties, OF_SAM),
    Name: own(properties, 'Name') ?? logicalId,
    AuthenticationType: own(auth, 'Type'),
    LambdaAuthorizerConfig: own(auth, 'LambdaAuthorizer'),
    OpenIDConnectConfig: own(auth, 'OpenIDConnect'),
    UserPoolConfig: own(auth, 'UserPool'),
    AdditionalAuthenticationProviders: additional(own(auth, 'Additional')),
    LogConfig: logOf(own(properties, 'Logging'), logicalId),
    Tags: tagList(own(properties, 'Tags')),
  });
  const cache = own(properties, 'Cache');
  const made: Made[] = [
    main(sam, 'AWS::AppSync::GraphQLApi', api, [
      ['Properties.AuthenticationType', 'Properties.Auth.Type'],
      ['Properties.AdditionalAuthenticationProviders', 'Properties.Auth.Additional'],
      ['Properties.LogConfig', 'Properties.Logging'],
      ['Properties', 'Properties'],
    ]),
  ];
  const ApiId = { 'Fn::GetAtt': [logicalId, 'ApiId'] };
  if (isObject(cache)) {
    made.push(
      beside(sam, 'ApiCache', 'AWS::AppSync::ApiCache', { ...omit(cache, new Set(['Name'])), ApiId }, [
        ['Properties', 'Properties.Cache'],
      ]),
    );
  }
  for (const [name, key] of Object.entries(objectOf(own(properties, 'ApiKeys')))) {
    const expires = defined({
      Description: own(objectOf(key), 'Description'),
      Expires: own(objectOf(key), 'ExpiresOn'),
    });
    made.push(
      beside(sam, name, 'AWS::AppSync::ApiKey', { ...expires, ApiId }, [
        ['Properties', `Properties.ApiKeys.${name}`],
      ]),
    );
  }
  return {
    made,
    hidden:
      own(properties, 'DataSources') === undefined
        ? []
        : [
            {
              logicalId,
              property: 'Properties.DataSources',
              reason: 'gets roles and policies that the reader does not work out',
            },
          ],
  };
}

function additional(providers: Json | undefined): Json | undefined {
  if (!Array.isArray(providers)) return undefined;
  return (providers as readonly Json[]).map((provider) => ({
    AuthenticationType: own(objectOf(provider), 'Type'),
  }));
}

/** SAM logs everything unless told otherwise. */
function logOf(logging: Json | undefined, logicalId: string): Json | undefined {
  if (logging === false) return undefined;
  if (isObject(logging)) return logging;
  return {
    CloudWatchLogsRoleArn: { 'Fn::GetAtt': [`${logicalId}CloudWatchRole`, 'Arn'] },
    FieldLogLevel: 'ALL',
  };
}
