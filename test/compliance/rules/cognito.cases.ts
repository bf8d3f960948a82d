import { adminCreatesUsers } from '../../../lib/compliance/rules/cognito/admin-creates-users';
import { analyticsWithoutUsers } from '../../../lib/compliance/rules/cognito/analytics-without-users';
import { authEventsLogged } from '../../../lib/compliance/rules/cognito/auth-events-logged';
import { callbackHttps } from '../../../lib/compliance/rules/cognito/callback-https';
import { compromisedCredentials } from '../../../lib/compliance/rules/cognito/compromised-credentials';
import { identityPoolNoClassicFlow } from '../../../lib/compliance/rules/cognito/identity-pool-no-classic-flow';
import { identityPoolNoGuests } from '../../../lib/compliance/rules/cognito/identity-pool-no-guests';
import { identityPoolTokenCheck } from '../../../lib/compliance/rules/cognito/identity-pool-token-check';
import { mfaRequired } from '../../../lib/compliance/rules/cognito/mfa-required';
import { mfaWithoutSms } from '../../../lib/compliance/rules/cognito/mfa-without-sms';
import { mfa } from '../../../lib/compliance/rules/cognito/mfa';
import { noImplicitFlow } from '../../../lib/compliance/rules/cognito/no-implicit-flow';
import { noPasswordFlow } from '../../../lib/compliance/rules/cognito/no-password-flow';
import { passwordLength } from '../../../lib/compliance/rules/cognito/password-length';
import { passwordPolicy } from '../../../lib/compliance/rules/cognito/password-policy';
import { poolDeletionProtection } from '../../../lib/compliance/rules/cognito/pool-deletion-protection';
import { threatProtection } from '../../../lib/compliance/rules/cognito/threat-protection';
import { tokenLifetime } from '../../../lib/compliance/rules/cognito/token-lifetime';
import { tokenRevocation } from '../../../lib/compliance/rules/cognito/token-revocation';
import { userExistenceHidden } from '../../../lib/compliance/rules/cognito/user-existence-hidden';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { cognitoMoreCases } from './cognito-more.cases';

const POOL = 'AWS::Cognito::UserPool';
const CLIENT = 'AWS::Cognito::UserPoolClient';
const IDENTITIES = 'AWS::Cognito::IdentityPool';
const RISK = 'AWS::Cognito::UserPoolRiskConfigurationAttachment';

const pool = (properties: JsonObject = {}) => subject(POOL, properties);
const client = (properties: JsonObject = {}) => subject(CLIENT, properties);
const identities = (properties: JsonObject = {}) => subject(IDENTITIES, properties);
const creation = (only: Json) => pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: only } });
const analytics = (shared: Json) => client({ AnalyticsConfiguration: { UserDataShared: shared } });
const delivered = (configurations: Json, of: Json = ref('Subject'), attributes: JsonObject = {}) =>
  subject(
    POOL,
    {},
    {
      Log: resource(
        'AWS::Cognito::LogDeliveryConfiguration',
        { UserPoolId: of, LogConfigurations: configurations },
        attributes,
      ),
    },
  );
const SIGN_INS = [{ EventSource: 'userNotification' }, { EventSource: 'userAuthEvents' }];
const stolen = (action: Json) =>
  subject(RISK, { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: action } } });
const policy = (change: JsonObject = {}) =>
  pool({
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
        ...change,
      },
    },
  });
const POLICY = 'Properties.Policies.PasswordPolicy';

export const cognitoCases = [
  ...cognitoMoreCases,
  casesOf(adminCreatesUsers, {
    'administrators only is compliant': creation(true),
    'the default is a finding': seen(pool(), 'Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly'),
    'anybody is a finding': creation(false),
    'a flag left to a parameter is unknown': creation(OPEN),
  }),
  casesOf(analyticsWithoutUsers, {
    'no analytics is compliant': client(),
    'analytics without users is compliant': analytics(false),
    'users in analytics is a finding': seen(
      analytics(true),
      'Properties.AnalyticsConfiguration.UserDataShared',
    ),
    'a flag left to a parameter is unknown': analytics(OPEN),
  }),
  casesOf(authEventsLogged, {
    'an export of sign-ins is compliant': delivered(SIGN_INS),
    'no export is a finding': seen(pool(), ''),
    'an export of notifications is a finding': delivered([{ EventSource: 'userNotification' }]),
    'an export of errors alone is a finding': delivered([
      { EventSource: 'userAuthEvents', LogLevel: 'ERROR' },
    ]),
    'an export of all is compliant': delivered([{ EventSource: 'userAuthEvents', LogLevel: 'INFO' }]),
    'a level left to a parameter is unknown': delivered([{ EventSource: 'userAuthEvents', LogLevel: OPEN }]),
    'an export of another pool is a finding': delivered(SIGN_INS, 'us-east-1_abcdefghi'),
    'an export under a condition is a finding': delivered(SIGN_INS, ref('Subject'), { Condition: 'Maybe' }),
    'a source left to a parameter is unknown': delivered([{ EventSource: OPEN }]),
  }),
  casesOf(callbackHttps, {
    'no addresses is compliant': client(),
    'an https address is compliant': client({ CallbackURLs: ['https://a.example/in'] }),
    'the scheme of an app is compliant': client({ LogoutURLs: ['clinic://out'] }),
    'the own machine is compliant': client({ CallbackURLs: ['http://localhost:3000/in'] }),
    'an http address is a finding': seen(
      client({ CallbackURLs: ['https://a.example/in', 'http://a.example/in'] }),
      'Properties.CallbackURLs.1',
    ),
    'a name that only begins like the own machine is a finding': client({
      CallbackURLs: ['http://localhost.a.example/in'],
    }),
    'an http address to sign out is a finding': client({ LogoutURLs: ['http://a.example'] }),
    'an http address in one branch is a finding': client({
      DefaultRedirectURI: either('http://a.example', NOTHING),
    }),
    'addresses left to a parameter is unknown': client({ CallbackURLs: OPEN }),
  }),
  casesOf(compromisedCredentials, {
    'blocked is compliant': stolen('BLOCK'),
    'nothing said is a finding': seen(
      subject(RISK),
      'Properties.CompromisedCredentialsRiskConfiguration.Actions.EventAction',
    ),
    'let in is a finding': stolen('NO_ACTION'),
    'an action left to a parameter is unknown': stolen(OPEN),
  }),
  casesOf(identityPoolNoClassicFlow, {
    'the default is compliant': identities(),
    'no classic flow is compliant': identities({ AllowClassicFlow: false }),
    'the classic flow is a finding': seen(
      identities({ AllowClassicFlow: true }),
      'Properties.AllowClassicFlow',
    ),
    'a flag left to a parameter is unknown': identities({ AllowClassicFlow: OPEN }),
  }),
  casesOf(identityPoolNoGuests, {
    'no guests is compliant': identities({ AllowUnauthenticatedIdentities: false }),
    'guests is a finding': seen(
      identities({ AllowUnauthenticatedIdentities: true }),
      'Properties.AllowUnauthenticatedIdentities',
    ),
    'guests in one branch is a finding': identities({ AllowUnauthenticatedIdentities: either(true, false) }),
    'a flag left to a parameter is unknown': identities({ AllowUnauthenticatedIdentities: OPEN }),
  }),
  casesOf(identityPoolTokenCheck, {
    'no user pools is compliant': identities(),
    'a check is compliant': identities({ CognitoIdentityProviders: [{ ServerSideTokenCheck: true }] }),
    'nothing said is a finding': seen(
      identities({ CognitoIdentityProviders: [{ ServerSideTokenCheck: true }, { ClientId: 'c' }] }),
      'Properties.CognitoIdentityProviders.1.ServerSideTokenCheck',
    ),
    'no check is a finding': identities({ CognitoIdentityProviders: [{ ServerSideTokenCheck: false }] }),
    'providers left to a parameter is unknown': identities({ CognitoIdentityProviders: OPEN }),
  }),
  casesOf(mfa, {
    'required is compliant': pool({ MfaConfiguration: 'ON' }),
    'required, without quotes in YAML, is compliant': pool({ MfaConfiguration: true }),
    'possible is compliant': pool({ MfaConfiguration: 'OPTIONAL' }),
    'the default is a finding': seen(pool(), 'Properties.MfaConfiguration'),
    'off is a finding': pool({ MfaConfiguration: 'OFF' }),
    'off, without quotes in YAML, is a finding': pool({ MfaConfiguration: false }),
    'a mode left to a parameter is unknown': pool({ MfaConfiguration: OPEN }),
  }),
  casesOf(mfaRequired, {
    'required is compliant': pool({ MfaConfiguration: 'ON' }),
    'the default is a finding': seen(pool(), 'Properties.MfaConfiguration'),
    'possible is a finding': pool({ MfaConfiguration: 'OPTIONAL' }),
    'a mode left to a parameter is unknown': pool({ MfaConfiguration: OPEN }),
  }),
  casesOf(mfaWithoutSms, {
    'none is compliant': pool(),
    'an app is compliant': pool({ EnabledMfas: ['SOFTWARE_TOKEN_MFA'] }),
    'an app, where a factor is asked for, is compliant': pool({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    }),
    'no second factor is compliant': pool({ MfaConfiguration: 'OFF' }),
    'a factor asked for and none named is a finding': seen(
      pool({ MfaConfiguration: 'OPTIONAL' }),
      'Properties.EnabledMfas',
    ),
    'a factor asked for in one branch and none named is a finding': pool({
      MfaConfiguration: either('ON', 'OFF'),
    }),
    'a mode left to a parameter and none named is unknown': pool({ MfaConfiguration: OPEN }),
    'text messages is a finding': seen(
      pool({ EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] }),
      'Properties.EnabledMfas.1',
    ),
    'e-mail is a finding': pool({ EnabledMfas: ['EMAIL_OTP'] }),
    'factors left to a parameter is unknown': pool({ EnabledMfas: OPEN }),
  }),
  casesOf(noImplicitFlow, {
    'none is compliant': client(),
    'the code flow is compliant': client({ AllowedOAuthFlows: ['code'] }),
    'the implicit flow is a finding': seen(
      client({ AllowedOAuthFlows: ['code', 'implicit'] }),
      'Properties.AllowedOAuthFlows.1',
    ),
    'flows left to a parameter is unknown': client({ AllowedOAuthFlows: OPEN }),
  }),
  casesOf(noPasswordFlow, {
    'the default is compliant': client(),
    'proof is compliant': client({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] }),
    'the password is a finding': seen(
      client({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] }),
      'Properties.ExplicitAuthFlows.1',
    ),
    'flows left to a parameter is unknown': client({ ExplicitAuthFlows: OPEN }),
  }),
  casesOf(passwordLength, {
    'fourteen is compliant': policy({ MinimumLength: 14 }),
    'thirteen is a finding': seen(policy({ MinimumLength: 13 }), `${POLICY}.MinimumLength`),
    'the default is a finding': pool(),
    'a length left to a parameter is unknown': policy({ MinimumLength: OPEN }),
  }),
  casesOf(passwordPolicy, {
    'the default is compliant': pool(),
    'eight characters of every class is compliant': policy({ TemporaryPasswordValidityDays: 7 }),
    'seven characters is a finding': seen(policy({ MinimumLength: 7 }), `${POLICY}.MinimumLength`),
    'a class left out is a finding': seen(policy({ RequireSymbols: NOTHING }), `${POLICY}.RequireSymbols`),
    'a class switched off is a finding': policy({ RequireNumbers: false }),
    'a temporary password of eight days is a finding': seen(
      policy({ TemporaryPasswordValidityDays: 8 }),
      `${POLICY}.TemporaryPasswordValidityDays`,
    ),
    'a temporary password of eight days by its older name is a finding': seen(
      pool({ AdminCreateUserConfig: { UnusedAccountValidityDays: 8 } }),
      'Properties.AdminCreateUserConfig.UnusedAccountValidityDays',
    ),
    'a weak policy in one branch is a finding': pool({
      Policies: either({ PasswordPolicy: { MinimumLength: 6 } }, NOTHING),
    }),
    'a policy left to a parameter is unknown': pool({ Policies: OPEN }),
  }),
  casesOf(poolDeletionProtection, {
    'protected is compliant': pool({ DeletionProtection: 'ACTIVE' }),
    'the default is a finding': seen(pool(), 'Properties.DeletionProtection'),
    'not protected is a finding': pool({ DeletionProtection: 'INACTIVE' }),
    'protection left to a parameter is unknown': pool({ DeletionProtection: OPEN }),
  }),
  casesOf(threatProtection, {
    'enforced is compliant': pool({ UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } }),
    'the default is a finding': seen(pool(), 'Properties.UserPoolAddOns.AdvancedSecurityMode'),
    'only counted is a finding': pool({ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }),
    'a mode left to a parameter is unknown': pool({ UserPoolAddOns: { AdvancedSecurityMode: OPEN } }),
  }),
  casesOf(tokenLifetime, {
    'the default is compliant': client(),
    'an hour is compliant': client({ AccessTokenValidity: 1 }),
    'sixty minutes is compliant': client({ IdTokenValidity: 60, TokenValidityUnits: { IdToken: 'minutes' } }),
    'two hours is a finding': seen(client({ AccessTokenValidity: 2 }), 'Properties.AccessTokenValidity'),
    'a second more is a finding': client({
      IdTokenValidity: 3601,
      TokenValidityUnits: { IdToken: 'seconds' },
    }),
    'a day in one branch is a finding': client({
      AccessTokenValidity: 1,
      TokenValidityUnits: { AccessToken: either('hours', 'days') },
    }),
    'what is no unit is a finding': seen(
      client({ AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'fortnights' } }),
      'Properties.TokenValidityUnits.AccessToken',
    ),
    'a refresh token of thirty days is compliant': client({ RefreshTokenValidity: 30 }),
    'a refresh token of a day more is a finding': seen(
      client({ RefreshTokenValidity: 31 }),
      'Properties.RefreshTokenValidity',
    ),
    'a time left to a parameter is unknown': client({ AccessTokenValidity: OPEN }),
    'a unit left to a parameter is unknown': client({
      AccessTokenValidity: 1,
      TokenValidityUnits: { AccessToken: OPEN },
    }),
  }),
  casesOf(tokenRevocation, {
    'the default is compliant': client(),
    'revocation is compliant': client({ EnableTokenRevocation: true }),
    'no revocation is a finding': seen(
      client({ EnableTokenRevocation: false }),
      'Properties.EnableTokenRevocation',
    ),
    'a flag left to a parameter is unknown': client({ EnableTokenRevocation: OPEN }),
  }),
  casesOf(userExistenceHidden, {
    'hidden is compliant': client({ PreventUserExistenceErrors: 'ENABLED' }),
    'the old messages is a finding': seen(
      client({ PreventUserExistenceErrors: 'LEGACY' }),
      'Properties.PreventUserExistenceErrors',
    ),
    'nothing said is a finding': client(),
    'a mode left to a parameter is unknown': client({ PreventUserExistenceErrors: OPEN }),
  }),
];
