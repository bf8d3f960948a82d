import { breakGlassGuarded } from '../../../lib/compliance/rules/iam/break-glass-guarded';
import { sessionDuration } from '../../../lib/compliance/rules/iam/session-duration';
import { trustActionsNamed } from '../../../lib/compliance/rules/iam/trust-actions-named';
import { trustConfusedDeputy } from '../../../lib/compliance/rules/iam/trust-confused-deputy';
import { trustCrossAccountCondition } from '../../../lib/compliance/rules/iam/trust-cross-account-condition';
import { trustWebIdentitySubject } from '../../../lib/compliance/rules/iam/trust-web-identity-subject';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { GITHUB, OTHER_ACCOUNT, ROLE, trust, TRUST, WEB } from '../../support/iam-scenarios';
import { casesOf, either, NOTHING, OPEN, seen, subject, type Scenario } from '../../support/judge-template';

const LAMBDA = { Service: 'lambda.amazonaws.com' };
const BEDROCK = { Service: 'bedrock.amazonaws.com' };
const SUB = 'token.actions.githubusercontent.com:sub';
const AUD = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const ADMIN = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/admin' } };
const github = (condition: Json) => trust(GITHUB, condition, WEB);

/** An emergency role, by its name. */
function emergency(condition: Json | undefined, change: JsonObject = {}): Scenario {
  const statement = { Effect: 'Allow', Principal: ADMIN, Action: 'sts:AssumeRole' };
  return subject(ROLE, {
    RoleName: 'records-break-glass',
    AssumeRolePolicyDocument: {
      Statement: [condition === undefined ? statement : { ...statement, Condition: condition }],
    },
    ...change,
  });
}

export const iamTrustCases = [
  casesOf(trustActionsNamed, {
    'named actions is compliant': trust(LAMBDA, undefined, ['sts:AssumeRole', 'sts:TagSession']),
    'every action is a finding': seen(trust(LAMBDA, undefined, '*'), `${TRUST}.Action`),
    'every way to take it is a finding': trust(LAMBDA, undefined, ['sts:AssumeRole', 'sts:*']),
    'every way by prefix is a finding': trust(LAMBDA, undefined, 'sts:AssumeRole*'),
    'all but a few is a finding': subject(ROLE, {
      AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: LAMBDA, NotAction: 'iam:*' } },
    }),
    'every action in one branch is a finding': trust(LAMBDA, undefined, either('sts:*', 'sts:AssumeRole')),
    'an action left to a parameter is unknown': trust(LAMBDA, undefined, OPEN),
  }),
  casesOf(trustConfusedDeputy, {
    'a service with its source is compliant': trust(BEDROCK, {
      StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    }),
    'a service with its source by pattern is compliant': trust(BEDROCK, {
      ArnLike: { 'aws:SourceArn': 'arn:aws:bedrock:us-east-1:111122223333:knowledge-base/*' },
    }),
    'a service that gives no source is compliant': trust(LAMBDA),
    'a service without source is a finding': seen(trust(BEDROCK), TRUST),
    'a service of any source is a finding': trust(BEDROCK, {
      ArnLike: { 'aws:SourceArn': 'arn:aws:bedrock:*:*:*' },
    }),
    'a source that may be missing is a finding': trust(BEDROCK, {
      StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' },
    }),
    'a source left to a parameter is unknown': trust(BEDROCK, { ArnLike: { 'aws:SourceArn': OPEN } }),
  }),
  casesOf(trustCrossAccountCondition, {
    'a service is compliant': trust(LAMBDA),
    'the own account is compliant': trust(ADMIN),
    'another account with a shared secret is compliant': trust(OTHER_ACCOUNT, {
      StringEquals: { 'sts:ExternalId': 'e' },
    }),
    'another account of the organization is compliant': trust(OTHER_ACCOUNT, {
      StringEquals: { 'aws:PrincipalOrgID': 'o-1' },
    }),
    'another account with a second factor is compliant': trust(OTHER_ACCOUNT, MFA),
    'another account is a finding': seen(trust(OTHER_ACCOUNT), TRUST),
    'a role of another account is a finding': trust({ AWS: 'arn:aws:iam::444455556666:role/partner' }),
    'a second factor that may be missing is a finding': trust(OTHER_ACCOUNT, {
      BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
    }),
    'a shared secret left to a parameter is unknown': trust(OTHER_ACCOUNT, {
      StringLike: { 'sts:ExternalId': OPEN },
    }),
  }),
  casesOf(trustWebIdentitySubject, {
    'one branch of one repository is compliant': github({
      StringEquals: { ...AUD, [SUB]: 'repo:owner/app:ref:refs/heads/main' },
    }),
    'every branch of one repository is compliant': github({
      StringEquals: AUD,
      StringLike: { [SUB]: 'repo:owner/app:*' },
    }),
    'the identities of a pool is compliant': trust(
      { Federated: 'cognito-identity.amazonaws.com' },
      {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:pool' },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
      WEB,
    ),
    'a service is compliant': trust(LAMBDA),
    'a provider of our own, which holds people to its client ids, is compliant': trust(
      { Federated: 'arn:aws:iam::111122223333:oidc-provider/login.clinic.example' },
      undefined,
      WEB,
    ),
    'audience keys of each partition is compliant': trust(
      { Federated: either('cognito-identity-us-gov.amazonaws.com', 'cognito-identity.amazonaws.com') },
      {
        StringEquals: either(
          { 'cognito-identity-us-gov.amazonaws.com:aud': 'us-gov-west-1:pool' },
          { 'cognito-identity.amazonaws.com:aud': 'us-east-1:pool' },
        ),
        'ForAnyValue:StringLike': either(
          { 'cognito-identity-us-gov.amazonaws.com:amr': 'authenticated' },
          { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        ),
      },
      WEB,
    ),
    'an audience in one partition only is a finding': trust(
      { Federated: 'cognito-identity.amazonaws.com' },
      {
        StringEquals: either({ 'cognito-identity.amazonaws.com:aud': 'us-east-1:pool' }, NOTHING),
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
      WEB,
    ),
    'no condition is a finding': seen(trust(GITHUB, undefined, WEB), TRUST),
    'no subject is a finding': github({ StringEquals: AUD }),
    'no audience is a finding': github({ StringEquals: { [SUB]: 'repo:owner/app:ref:refs/heads/main' } }),
    'every repository of an owner is a finding': github({
      StringEquals: AUD,
      StringLike: { [SUB]: 'repo:owner/*' },
    }),
    'every subject is a finding': github({ StringEquals: AUD, StringLike: { [SUB]: '*' } }),
    'one wide subject among narrow ones is a finding': github({
      StringEquals: AUD,
      StringLike: { [SUB]: ['repo:owner/app:*', 'repo:*'] },
    }),
    'a subject left to a parameter is unknown': github({ StringEquals: { ...AUD, [SUB]: OPEN } }),
  }),
  casesOf(sessionDuration, {
    'the default is compliant': subject(ROLE),
    'four hours is compliant': subject(ROLE, { MaxSessionDuration: 14_400 }),
    'four hours and a second is a finding': seen(
      subject(ROLE, { MaxSessionDuration: 14_401 }),
      'Properties.MaxSessionDuration',
    ),
    'twelve hours in one branch is a finding': subject(ROLE, { MaxSessionDuration: either(3600, 43_200) }),
    'four hours for people is compliant': subject('AWS::SSO::PermissionSet', { SessionDuration: 'PT3H60M' }),
    'twelve hours for people is a finding': seen(
      subject('AWS::SSO::PermissionSet', { SessionDuration: 'PT12H' }),
      'Properties.SessionDuration',
    ),
    'a duration that is none is a finding': subject('AWS::SSO::PermissionSet', { SessionDuration: 'P1D' }),
    'a duration left to a parameter is unknown': subject(ROLE, { MaxSessionDuration: OPEN }),
  }),
  casesOf(breakGlassGuarded, {
    'a second factor is compliant': emergency(MFA),
    'a second factor and an hour is compliant': emergency(MFA, { MaxSessionDuration: 3600 }),
    'another role is not applicable': subject(ROLE, { RoleName: 'records-reader' }),
    'no second factor is a finding': seen(emergency(undefined), TRUST),
    'a second factor that may be missing is a finding': emergency({
      BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
    }),
    'no second factor is asked for and is a finding': emergency({
      Bool: { 'aws:MultiFactorAuthPresent': 'false' },
    }),
    'more than an hour is a finding': seen(
      emergency(MFA, { MaxSessionDuration: 3601 }),
      'Properties.MaxSessionDuration',
    ),
    'a role with a tag of its own is a finding': emergency(undefined, {
      RoleName: 'r',
      Tags: [{ Key: 'access', Value: 'break-glass' }],
    }),
    'a second factor in one branch is a finding': emergency(either(MFA, NOTHING)),
    'a second factor left to a parameter is unknown': emergency({
      Bool: { 'aws:MultiFactorAuthPresent': OPEN },
    }),
  }),
];
