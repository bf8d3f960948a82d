import { aws_apigateway as apigateway, type aws_cognito as cognito, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { UseCaseManifest } from '../contract/use-case';
import { ConfigurationError } from '../errors';
import type { PathAuthorization } from './gateway-paths';

/** People by the tokens of a Cognito user pool; `GatewayUserPool` is one. */
export interface GatewayPeople {
  readonly userPool: cognito.IUserPool;
  /** Scopes of an access token by which people ask. Without one, a token for anything else would do. */
  readonly askScopes: readonly string[];
  /** Scopes by which people decide on answers that wait. */
  readonly decideScopes: readonly string[];
  /**
   * Whether the pool asks everybody for a second factor (`MfaConfiguration` ON). Where it does not, the gateway lets in whose
   * token has an `amr` of one.
   */
  readonly secondFactorRequired: boolean;
}

/**
 * Who calls a public API: programs of `partners`, by signed requests of these roles, of this account or of others; or `people`.
 * A method has one authorizer, so for both there are two APIs.
 */
export type PublicCallers = { readonly partners: readonly string[] } | { readonly people: GatewayPeople };

/** What a kind of callers makes of an API. */
export interface PublicEntrance {
  /** Of the door: who calls through another API is of another door. */
  readonly alias: PublicAlias;
  readonly authorization: PathAuthorization;
  readonly policy?: iam.PolicyDocument;
  /** Names of callers in the access log, by `$context` variables. */
  readonly logged: Readonly<Record<string, string>>;
  /** Issuers of tokens, as the gateway knows them. */
  readonly issuers: readonly string[];
  readonly secondFactorIssuers: readonly string[];
}

export type PublicAlias = 'public-partners' | 'public-people';
export const PUBLIC_ALIASES: readonly PublicAlias[] = ['public-partners', 'public-people'];

type PublicUseCase = Pick<UseCaseManifest, 'id' | 'callers' | 'approvers'>;

/** Whether one of a list is a caller of this kind: the others of it come in by other doors. */
export function isListed(callers: PublicCallers, listed: readonly string[] = []): boolean {
  return 'people' in callers
    ? listed.some((each) => each.startsWith('group:'))
    : listed.some((each) => callers.partners.includes(each));
}

/** @throws ConfigurationError `PublicUseCase` that none of the callers may ask */
export function checkAsked(
  scope: Construct,
  callers: PublicCallers,
  useCases: readonly PublicUseCase[],
): void {
  const unasked = useCases.find((each) => !isListed(callers, each.callers));
  if (useCases.length > 0 && unasked === undefined) return;
  const which = unasked === undefined ? 'no use case is given' : `nobody who calls may ask '${unasked.id}'`;
  throw new ConfigurationError(
    scope,
    'PublicUseCase',
    `${which}; give use cases whose callers are among the partners, or groups where people call`,
  );
}

/** @throws ConfigurationError `Scopes` none; `SecondFactor` that the pool does not ask of everybody */
export function peopleEntrance(scope: Construct, people: GatewayPeople): PublicEntrance {
  const { userPool, askScopes, decideScopes, secondFactorRequired } = people;
  if (askScopes.length === 0 || decideScopes.length === 0)
    throw new ConfigurationError(scope, 'Scopes', 'askScopes or decideScopes is empty; name a scope in each');
  checkSecondFactor(scope, people);
  const authorizer = new apigateway.CognitoUserPoolsAuthorizer(scope, 'People', {
    cognitoUserPools: [userPool],
  });
  const withScopes = (authorizationScopes: readonly string[]): apigateway.MethodOptions => ({
    authorizer,
    authorizationType: apigateway.AuthorizationType.COGNITO,
    authorizationScopes: [...authorizationScopes],
  });
  const issuer = `https://${userPool.userPoolProviderName}`;
  return {
    alias: 'public-people',
    authorization: { ask: withScopes(askScopes), decide: withScopes(decideScopes) },
    logged: {
      person: '$context.authorizer.claims.sub',
      client: '$context.authorizer.claims.client_id',
    },
    issuers: [issuer],
    secondFactorIssuers: secondFactorRequired ? [issuer] : [],
  };
}

/** Where the pool is made here it can be read; of one that is imported the user has to know. */
function checkSecondFactor(scope: Construct, { userPool, secondFactorRequired }: GatewayPeople): void {
  const made = userPool.node.defaultChild;
  if (!secondFactorRequired || made === undefined || !('mfaConfiguration' in made)) return;
  if (made.mfaConfiguration !== 'ON')
    throw new ConfigurationError(
      scope,
      'SecondFactor',
      'the user pool does not ask everybody for a second factor; set its mfa to REQUIRED, or secondFactorRequired to false',
    );
}
