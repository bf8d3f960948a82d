import { clientSecret } from '../../../lib/compliance/rules/cognito/client-secret';
import { analyticsExternalId } from '../../../lib/compliance/rules/cognito/analytics-external-id';
import { accountTakeover } from '../../../lib/compliance/rules/cognito/account-takeover';
import { customerKey } from '../../../lib/compliance/rules/cognito/customer-key';
import { newDeviceChallenged } from '../../../lib/compliance/rules/cognito/new-device-challenged';
import { passwordHistory } from '../../../lib/compliance/rules/cognito/password-history';
import { poolRetained } from '../../../lib/compliance/rules/cognito/pool-retained';
import { refreshTokenRotation } from '../../../lib/compliance/rules/cognito/refresh-token-rotation';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const keyed = (config: JsonObject) =>
  subject('AWS::Cognito::UserPool', { KeyConfiguration: config }, { Key: resource('AWS::KMS::Key') });

const analytics = (config: JsonObject) =>
  subject('AWS::Cognito::UserPoolClient', { AnalyticsConfiguration: config });
const sending = (config: JsonObject) =>
  subject(
    'AWS::Cognito::UserPool',
    { KeyConfiguration: { KmsKeyArn: arn('Key') }, LambdaConfig: config },
    { Key: resource('AWS::KMS::Key') },
  );

export const cognitoMoreCases = [
  casesOf(accountTakeover, {
    'the safe setting is compliant': subject('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'MFA_REQUIRED' } } },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
        AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'NO_ACTION' } } },
      }),
      'Properties.AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction',
    ),
    'nothing said is a finding': subject('AWS::Cognito::UserPoolRiskConfigurationAttachment'),
    'a setting left to a parameter is unknown': subject('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: OPEN } } },
    }),
  }),
  casesOf(customerKey, {
    'a key of the same stack is compliant': keyed({ KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: arn('Key') }),
    'no key is a finding': seen(subject('AWS::Cognito::UserPool'), 'Properties.KeyConfiguration.KmsKeyArn'),
    'a key beside the type of AWS is a finding': seen(
      keyed({ KeyType: 'AWS_OWNED_KEY', KmsKeyArn: arn('Key') }),
      'Properties.KeyConfiguration.KeyType',
    ),
    'a sender with a key is compliant': sending({ CustomSMSSender: {}, KMSKeyID: arn('Key') }),
    'other functions without a key is compliant': sending({ PreSignUp: 'f' }),
    'a sender without a key is a finding': seen(
      sending({ CustomEmailSender: { LambdaArn: 'f' } }),
      'Properties.LambdaConfig.KMSKeyID',
    ),
    'a key left to a parameter is unknown': keyed({ KmsKeyArn: OPEN }),
    'functions left to a parameter is unknown': sending(OPEN),
  }),
  casesOf(newDeviceChallenged, {
    'the safe setting is compliant': subject('AWS::Cognito::UserPool', {
      DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::Cognito::UserPool'),
      'Properties.DeviceConfiguration.ChallengeRequiredOnNewDevice',
    ),
    'a setting left to a parameter is unknown': subject('AWS::Cognito::UserPool', {
      DeviceConfiguration: OPEN,
    }),
  }),
  casesOf(passwordHistory, {
    'the safe setting is compliant': subject('AWS::Cognito::UserPool', {
      Policies: { PasswordPolicy: { PasswordHistorySize: 5 } },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::Cognito::UserPool', { Policies: { PasswordPolicy: { PasswordHistorySize: 4 } } }),
      'Properties.Policies.PasswordPolicy.PasswordHistorySize',
    ),
    'a setting left to a parameter is unknown': subject('AWS::Cognito::UserPool', {
      Policies: { PasswordPolicy: { PasswordHistorySize: OPEN } },
    }),
  }),
  casesOf(poolRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::Cognito::UserPool',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::Cognito::UserPool'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::Cognito::UserPool', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
  }),
  casesOf(refreshTokenRotation, {
    'the safe setting is compliant': subject('AWS::Cognito::UserPoolClient', {
      RefreshTokenRotation: { Feature: 'ENABLED' },
    }),
    'the unsafe setting is a finding': seen(
      subject('AWS::Cognito::UserPoolClient'),
      'Properties.RefreshTokenRotation.Feature',
    ),
    'a setting left to a parameter is unknown': subject('AWS::Cognito::UserPoolClient', {
      RefreshTokenRotation: { Feature: OPEN },
    }),
  }),
  casesOf(analyticsExternalId, {
    'no analytics is compliant': analytics({}),
    'the role of Cognito is compliant': analytics({ ApplicationArn: 'a' }),
    'an external id is compliant': analytics({ RoleArn: 'r', ExternalId: 'e' }),
    'a role without an external id is a finding': seen(
      analytics({ RoleArn: 'r' }),
      'Properties.AnalyticsConfiguration.ExternalId',
    ),
    'an id left to a parameter is unknown': analytics({ RoleArn: 'r', ExternalId: OPEN }),
  }),
  casesOf(clientSecret, {
    'a secret is compliant': subject('AWS::Cognito::UserPoolClient', { GenerateSecret: true }),
    'the default is a finding': seen(subject('AWS::Cognito::UserPoolClient'), 'Properties.GenerateSecret'),
    'no secret is a finding': subject('AWS::Cognito::UserPoolClient', { GenerateSecret: false }),
    'a secret left to a parameter is unknown': subject('AWS::Cognito::UserPoolClient', {
      GenerateSecret: OPEN,
    }),
  }),
];
