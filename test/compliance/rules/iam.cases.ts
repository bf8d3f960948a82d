import { bedrockInvokeGuardrail } from '../../../lib/compliance/rules/iam/bedrock-invoke-guardrail';
import { bedrockInvokeModels } from '../../../lib/compliance/rules/iam/bedrock-invoke-models';
import { certificateIssueTemplate } from '../../../lib/compliance/rules/iam/certificate-issue-template';
import { noBroadManagedPolicy } from '../../../lib/compliance/rules/iam/no-broad-managed-policy';
import { noUsers } from '../../../lib/compliance/rules/iam/no-users';
import { noWildcardAction } from '../../../lib/compliance/rules/iam/no-wildcard-action';
import { noWildcardResource } from '../../../lib/compliance/rules/iam/no-wildcard-resource';
import { trustNotPublic } from '../../../lib/compliance/rules/iam/trust-not-public';
import type { JsonObject } from '../../../lib/compliance/template/json';
import {
  allow,
  GITHUB,
  inline,
  managed,
  OTHER_ACCOUNT,
  policy,
  POLICY,
  ROLE,
  STATEMENT,
  trust,
  TRUST,
  WEB,
} from '../../support/iam-scenarios';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { iamAgentCases } from './iam-agent.cases';
import { iamBoundaryCases } from './iam-boundary.cases';
import { iamPolicyCases } from './iam-policies.cases';
import { iamTrustCases } from './iam-trust.cases';
import { iamUserCases } from './iam-users.cases';

const INVOKE = 'bedrock:InvokeModel';
const ISSUE = 'acm-pca:IssueCertificate';
const AUTHORITY = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/a';
const TEMPLATE = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0';
const GUARDED = {
  StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:us-east-1:1:guardrail/g:1' },
};
const denyUnless = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Action: 'bedrock:InvokeModel*',
  Resource: '*',
  Condition: { StringNotEquals: GUARDED.StringEquals },
  ...change,
});

export const iamCases = [
  ...iamBoundaryCases,
  ...iamPolicyCases,
  ...iamTrustCases,
  ...iamUserCases,
  casesOf(noWildcardAction, {
    'named actions is compliant': policy(allow(['s3:GetObject', 'kms:Decrypt'])),
    'actions by prefix is compliant': policy(allow('s3:Get*')),
    'a Deny of everything is compliant': policy({ Effect: 'Deny', Action: '*', Resource: '*' }),
    'no policy is compliant': subject(ROLE),
    'every action is a finding': seen(policy(allow('*')), `${STATEMENT}.Action`),
    'two whole services is a finding': seen(
      policy(allow(['s3:*', 'kms:Decrypt', 'KMS:*'])),
      `${STATEMENT}.Action`,
    ),
    'a whole service by two stars is a finding': policy(allow('s3:**')),
    'services by prefix is a finding': policy(allow('s*')),
    'a whole service in a role is a finding': seen(
      inline([allow('s3:GetObject'), allow('s3:*')]),
      'Properties.Policies.0.PolicyDocument.Statement.1.Action',
    ),
    'a whole service in a role policy is a finding': subject('AWS::IAM::RolePolicy', {
      PolicyDocument: { Statement: allow('s3:*') },
    }),
    'a whole service in a managed policy is a finding': subject('AWS::IAM::ManagedPolicy', {
      PolicyDocument: { Statement: allow('s3:*') },
    }),
    'a whole service in one branch is a finding': policy(allow([either('s3:*', 's3:GetObject')])),
    'actions left to a parameter is unknown': policy(allow([OPEN])),
    'an effect left to a parameter is unknown': policy({ Effect: OPEN, Action: '*', Resource: '*' }),
    'a document left to a parameter is unknown': subject(POLICY, { PolicyDocument: OPEN }),
  }),
  casesOf(noWildcardResource, {
    'a named bucket is compliant': policy(allow('s3:GetObject', 'arn:aws:s3:::records/*')),
    'a key of the stack is compliant': subject(
      POLICY,
      { PolicyDocument: { Statement: [allow('kms:Decrypt', arn('Key'))] } },
      { Key: resource('AWS::KMS::Key') },
    ),
    'every object of a bucket of the stack is compliant': subject(
      POLICY,
      {
        PolicyDocument: {
          Statement: [
            allow('s3:GetObject', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/*']] }),
          ],
        },
      },
      { Bucket: resource('AWS::S3::Bucket') },
    ),
    'harmless actions on everything is compliant': policy(
      allow(['ec2:DescribeSubnets', 's3:ListAllMyBuckets']),
    ),
    'keys by their tag is compliant': policy(
      allow('kms:Decrypt', '*', { StringEquals: { 'aws:ResourceTag/class': 'PHI' } }),
    ),
    'every key is a finding': seen(policy(allow('kms:Decrypt')), `${STATEMENT}.Resource`),
    'every key of an account is a finding': policy(allow('kms:Decrypt', 'arn:aws:kms:us-east-1:1:key/*')),
    'every bucket is a finding': policy(allow('s3:Get*', ['arn:aws:s3:::*/*'])),
    'every secret is a finding': policy(allow('secretsmanager:*', 'arn:aws:secretsmanager:*:*:secret:*')),
    'every table is a finding': policy(
      allow('dynamodb:Query', { 'Fn::Sub': 'arn:${AWS::Partition}:dynamodb:*:*:table/*' }),
    ),
    'every resource in one branch is a finding': policy(
      allow('kms:Decrypt', either('*', 'arn:aws:kms:us-east-1:1:key/k')),
    ),
    'every action but a few on everything is a finding': policy({
      Effect: 'Allow',
      NotAction: 'iam:*',
      Resource: '*',
    }),
    'a resource left to a parameter is unknown': policy(allow('kms:Decrypt', OPEN)),
  }),
  casesOf(certificateIssueTemplate, {
    'a named template is compliant': policy(
      allow(ISSUE, AUTHORITY, { StringEquals: { 'acm-pca:TemplateArn': TEMPLATE } }),
    ),
    'no issuing is compliant': policy(allow('acm-pca:GetCertificate', AUTHORITY)),
    'everything on everything, of which another rule speaks, is compliant': policy(allow('*')),
    'a Deny is compliant': policy({ ...allow(ISSUE), Effect: 'Deny' }),
    'any template is a finding': seen(policy(allow(ISSUE, AUTHORITY)), STATEMENT),
    'any template in a role is a finding': inline(allow(ISSUE, AUTHORITY)),
    'every action of the CA is a finding': policy(allow('acm-pca:*', AUTHORITY)),
    'a template, if there is one, is a finding': policy(
      allow(ISSUE, AUTHORITY, { StringEqualsIfExists: { 'acm-pca:TemplateArn': TEMPLATE } }),
    ),
    'all templates but one is a finding': policy(
      allow(ISSUE, AUTHORITY, { StringNotEquals: { 'acm-pca:TemplateArn': TEMPLATE } }),
    ),
    'another condition is a finding': policy(
      allow(ISSUE, AUTHORITY, { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }),
    ),
    'a condition left to a parameter is unknown': policy(allow(ISSUE, AUTHORITY, OPEN)),
  }),
  casesOf(bedrockInvokeModels, {
    'a named model is compliant': policy(allow(INVOKE, MODEL)),
    'a named model in every Region is compliant': policy(
      allow('bedrock:Invoke*', 'arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0'),
    ),
    'a named profile is compliant': policy(
      allow(INVOKE, {
        'Fn::Sub': 'arn:${AWS::Partition}:bedrock:us-east-1:${AWS::AccountId}:inference-profile/us.x',
      }),
    ),
    'no invocation is compliant': policy(allow('bedrock:ApplyGuardrail')),
    'a Deny of other models is compliant': policy({ Effect: 'Deny', Action: INVOKE, NotResource: MODEL }),
    'every resource is a finding': seen(policy(allow(INVOKE)), `${STATEMENT}.Resource`),
    'every model is a finding': policy(allow(INVOKE, 'arn:aws:bedrock:us-east-1::foundation-model/*')),
    'every model of a maker is a finding': policy(
      allow('bedrock:*', [MODEL, 'arn:aws:bedrock:*::foundation-model/anthropic.*']),
    ),
    'every model by NotResource is a finding': policy({
      Effect: 'Allow',
      Action: INVOKE,
      NotResource: MODEL,
    }),
    'every model by NotAction is a finding': policy({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
    'a model left to a parameter is unknown': policy(allow(INVOKE, [MODEL, OPEN])),
  }),
  casesOf(bedrockInvokeGuardrail, {
    'a condition is compliant': policy(allow(INVOKE, MODEL, GUARDED)),
    'a denial in the same document is compliant': policy(allow(INVOKE, MODEL), denyUnless()),
    'a denial of calls without any guardrail is compliant': policy(
      allow(INVOKE, MODEL),
      denyUnless({ Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } } }),
    ),
    'an embedding model is compliant': policy(
      allow(INVOKE, 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0'),
    ),
    'no invocation is compliant': policy(allow('bedrock:ApplyGuardrail')),
    'no condition is a finding': seen(policy(allow(INVOKE, MODEL)), STATEMENT),
    'no condition within a wildcard is a finding': policy(allow('bedrock:*', MODEL)),
    'an optional guardrail is a finding': policy(
      allow(INVOKE, MODEL, { StringEqualsIfExists: GUARDED.StringEquals }),
    ),
    'any guardrail is a finding': policy(
      allow(INVOKE, MODEL, { StringLike: { 'bedrock:GuardrailIdentifier': '*' } }),
    ),
    'a denial for streams only is a finding': policy(
      allow(INVOKE, MODEL),
      denyUnless({ Action: 'bedrock:InvokeModelWithResponseStream' }),
    ),
    'a denial under a further condition is a finding': policy(
      allow(INVOKE, MODEL),
      denyUnless({ Condition: { StringNotEquals: { ...GUARDED.StringEquals, 'aws:PrincipalTag/a': 'b' } } }),
    ),
    'a denial in another role’s document is a finding': subject(ROLE, {
      Policies: [
        { PolicyName: 'a', PolicyDocument: { Statement: allow(INVOKE, MODEL) } },
        { PolicyName: 'b', PolicyDocument: { Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } } },
      ],
    }),
    'a condition in one branch is a finding': policy(allow(INVOKE, MODEL, either(GUARDED, NOTHING))),
    'a denial that may not be there is unknown': policy(allow(INVOKE, MODEL), either(denyUnless(), NOTHING)),
    'a pattern left to a parameter is unknown': policy(
      allow(INVOKE, MODEL, { StringLike: { 'bedrock:GuardrailIdentifier': OPEN } }),
    ),
  }),
  ...iamAgentCases,
  casesOf(noBroadManagedPolicy, {
    'a narrow policy of AWS is compliant': managed(
      'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
    ),
    'no policy is compliant': subject(ROLE),
    'a policy of the stack is compliant': subject(
      ROLE,
      { ManagedPolicyArns: [{ Ref: 'Own' }] },
      { Own: resource('AWS::IAM::ManagedPolicy') },
    ),
    'AdministratorAccess is a finding': seen(
      managed('arn:aws:iam::aws:policy/ReadNothing', {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AdministratorAccess']],
      }),
      'Properties.ManagedPolicyArns.1',
    ),
    'AmazonBedrockFullAccess in one branch is a finding': managed(
      either('arn:aws:iam::aws:policy/AmazonBedrockFullAccess', NOTHING),
    ),
    'PowerUserAccess for a group is a finding': subject('AWS::IAM::Group', {
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'],
    }),
    'AdministratorAccess for people is a finding': subject('AWS::SSO::PermissionSet', {
      ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    }),
    'a policy left to a parameter is unknown': managed(OPEN),
  }),
  casesOf(trustNotPublic, {
    'a service is compliant': trust({ Service: 'lambda.amazonaws.com' }),
    'the own account is compliant': trust({ AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } }),
    'a role of another account is compliant': trust({ AWS: 'arn:aws:iam::444455556666:role/partner' }),
    'another account with a shared secret is compliant': trust(OTHER_ACCOUNT, {
      StringEquals: { 'sts:ExternalId': 'e' },
    }),
    'one repository is compliant': trust(
      GITHUB,
      { StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:a/b:ref:refs/heads/main' } },
      WEB,
    ),
    'everybody is a finding': seen(trust('*'), TRUST),
    'everybody by account is a finding': trust({ AWS: ['arn:aws:iam::*:role/deploy'] }),
    'all of another account is a finding': seen(trust(OTHER_ACCOUNT), TRUST),
    'all of another account by its number is a finding': trust({ AWS: '444455556666' }),
    'everybody but one is a finding': subject(ROLE, {
      AssumeRolePolicyDocument: {
        Statement: { Effect: 'Allow', NotPrincipal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' },
      },
    }),
    'a principal left to a parameter is unknown': trust({ AWS: OPEN }),
  }),
  casesOf(noUsers, {
    'a key that is off is compliant': subject('AWS::IAM::AccessKey', { Status: 'Inactive' }),
    'a user is a finding': seen(subject('AWS::IAM::User'), 'Properties'),
    'an access key is a finding': seen(subject('AWS::IAM::AccessKey'), 'Properties.Status'),
    'a key that is on is a finding': subject('AWS::IAM::AccessKey', { Status: 'Active' }),
    'a membership is a finding': subject('AWS::IAM::UserToGroupAddition'),
    'a key left to a parameter is unknown': subject('AWS::IAM::AccessKey', { Status: OPEN }),
  }),
];
