import {
  aws_cognito as cognito,
  Duration,
  RemovalPolicy,
  type aws_kms as kms,
  type aws_logs as logs,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { GatewayPeople } from './public-callers';
import { UserActivityLog } from './user-activity-log';

export interface GatewayUserPoolProps {
  /** Encrypts the pool. Its policy must let Cognito use it: AWS documents no statement for that yet. */
  readonly encryptionKey: kms.IKey;
  /** Of the log of sign-ins. */
  readonly logRetention: logs.RetentionDays;
  /** First part of the name of the sign-in page, unique in the Region: 1 to 63 of a-z, 0-9 and hyphens. */
  readonly domainPrefix: string;
  /** Addresses of the application to which people return after they signed in, with `https`. */
  readonly callbackUrls: readonly string[];
  /** Addresses to which they return after they signed out, with `https`. */
  readonly logoutUrls: readonly string[];
}

const SERVER = 'gateway';
/** Old passwords that do not come back; Cognito remembers no more. */
const PASSWORD_HISTORY = 24;
const PREFIX = /^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * The people who call a public API of the gateway: accounts that an administrator makes, by a password and an app's code (TOTP), never by
 * text message or mail. Whoever signs in from somewhere odd or with a stolen password is stopped (Plus plan, priced by user). Access
 * tokens live for 15 minutes, and have the scopes `gateway/ask` and `gateway/decide`; who may ask what is told by groups.
 *
 * Nobody resets a password alone, as that would go by mail: an administrator does. One client with a secret is made, for an application
 * with a server.
 * Supports 45 CFR 164.312(d), 164.312(a)(2)(i), 164.312(a)(2)(iii) and 164.308(a)(5)(ii)(D).
 * @throws ConfigurationError `DomainPrefix`, `CallbackUrls` that are none
 */
export class GatewayUserPool extends Construct implements GatewayPeople {
  readonly userPool: cognito.UserPool;
  readonly client: cognito.UserPoolClient;
  readonly activityLog: logs.LogGroup;
  readonly askScopes = [`${SERVER}/ask`];
  readonly decideScopes = [`${SERVER}/decide`];
  readonly secondFactorRequired = true;

  constructor(scope: Construct, id: string, props: GatewayUserPoolProps) {
    super(scope, id);
    this.#check(props);
    this.userPool = new cognito.UserPool(this, 'Resource', {
      featurePlan: cognito.FeaturePlan.PLUS,
      standardThreatProtectionMode: cognito.StandardThreatProtectionMode.FULL_FUNCTION,
      signInAliases: { username: true },
      selfSignUpEnabled: false,
      accountRecovery: cognito.AccountRecovery.NONE,
      mfa: cognito.Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(1),
        passwordHistorySize: PASSWORD_HISTORY,
      },
      deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const resource = this.userPool.node.defaultChild;
    if (resource instanceof cognito.CfnUserPool)
      resource.keyConfiguration = {
        keyType: 'CUSTOMER_MANAGED_KEY',
        kmsKeyArn: props.encryptionKey.keyArn,
      };
    this.client = this.#client(props);
    this.userPool.addDomain('Domain', { cognitoDomain: { domainPrefix: props.domainPrefix } });
    this.#stopThieves();
    this.activityLog = new UserActivityLog(this, 'ActivityLog', {
      userPool: this.userPool,
      logRetention: props.logRetention,
    }).logGroup;
  }

  #client({ callbackUrls, logoutUrls }: GatewayUserPoolProps): cognito.UserPoolClient {
    const [ask, decide] = [
      new cognito.ResourceServerScope({ scopeName: 'ask', scopeDescription: 'Ask the gateway' }),
      new cognito.ResourceServerScope({ scopeName: 'decide', scopeDescription: 'Decide on answers' }),
    ];
    const server = this.userPool.addResourceServer('Scopes', { identifier: SERVER, scopes: [ask, decide] });
    const client = this.userPool.addClient('Client', {
      generateSecret: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [
          cognito.OAuthScope.OPENID,
          cognito.OAuthScope.resourceServer(server, ask),
          cognito.OAuthScope.resourceServer(server, decide),
        ],
        callbackUrls: [...callbackUrls],
        logoutUrls: [...logoutUrls],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(8),
      refreshTokenRotationGracePeriod: Duration.seconds(10),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    });
    const resource = client.node.defaultChild;
    // left out, Cognito adds the flow by which a refresh token is used twice, and refuses it beside rotation
    if (resource instanceof cognito.CfnUserPoolClient) resource.explicitAuthFlows = ['ALLOW_USER_SRP_AUTH'];
    return client;
  }

  #stopThieves(): void {
    const block = { eventAction: 'BLOCK', notify: false };
    const ask = { eventAction: 'MFA_REQUIRED', notify: false };
    new cognito.CfnUserPoolRiskConfigurationAttachment(this, 'Risk', {
      userPoolId: this.userPool.userPoolId,
      clientId: 'ALL',
      accountTakeoverRiskConfiguration: {
        actions: { highAction: block, mediumAction: ask, lowAction: ask },
      },
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    });
  }

  #check({ domainPrefix, callbackUrls, logoutUrls }: GatewayUserPoolProps): void {
    if (!PREFIX.test(domainPrefix))
      throw new ConfigurationError(
        this,
        'DomainPrefix',
        `domainPrefix is '${domainPrefix}'; give 1 to 63 of a-z, 0-9 and hyphens, without aws, amazon or cognito`,
      );
    const odd = [...callbackUrls, ...logoutUrls].find((url) => !url.startsWith('https://'));
    if (callbackUrls.length === 0 || odd !== undefined)
      throw new ConfigurationError(
        this,
        'CallbackUrls',
        `${odd === undefined ? 'callbackUrls is empty' : `'${odd}' is no https address`}; give addresses such as https://portal.clinic.example/signed-in`,
      );
  }
}
