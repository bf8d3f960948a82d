import { actionsExist } from '../../../lib/compliance/rules/iam/actions-exist';
import { boundaryOnMadeRoles } from '../../../lib/compliance/rules/iam/boundary-on-made-roles';
import { noAdminPolicy } from '../../../lib/compliance/rules/iam/no-admin-policy';
import { noInlinePolicy } from '../../../lib/compliance/rules/iam/no-inline-policy';
import { noNotAction } from '../../../lib/compliance/rules/iam/no-not-action';
import { noNotResource } from '../../../lib/compliance/rules/iam/no-not-resource';
import { noOpenCredentials } from '../../../lib/compliance/rules/iam/no-open-credentials';
import { noOpenPermissionsManagement } from '../../../lib/compliance/rules/iam/no-open-permissions-management';
import { noOpenWrite } from '../../../lib/compliance/rules/iam/no-open-write';
import { noPrivilegeEscalation } from '../../../lib/compliance/rules/iam/no-privilege-escalation';
import { passRoleScoped } from '../../../lib/compliance/rules/iam/pass-role-scoped';
import { passRoleToService } from '../../../lib/compliance/rules/iam/pass-role-to-service';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { allow, inline, policy, POLICY, ROLE, STATEMENT } from '../../support/iam-scenarios';
import {
  arn,
  beside,
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const PASS = 'iam:PassRole';
const APP = 'arn:aws:iam::111122223333:role/app';
const TO_LAMBDA = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
const deny = (action: Json, condition?: Json): JsonObject => ({
  ...allow(action, '*', condition),
  Effect: 'Deny',
});
const document = (...statements: readonly Json[]) => ({ PolicyDocument: { Statement: statements } });
/** A role with a policy of its own, and the subject, a policy attached to it. */
const shared = (own: Json, ...attached: readonly Json[]) =>
  subject(
    POLICY,
    { ...document(...attached), Roles: [ref('Role')] },
    { Role: resource(ROLE, { Policies: [{ PolicyName: 'own', ...document(own) }] }) },
  );
const bounded = (boundary: Json, ...statements: readonly Json[]) =>
  subject(
    ROLE,
    { PermissionsBoundary: ref('Boundary'), Policies: [{ PolicyName: 'p', ...document(...statements) }] },
    { Boundary: resource('AWS::IAM::ManagedPolicy', document(boundary)) },
  );

export const iamPolicyCases = [
  casesOf(noAdminPolicy, {
    'named actions on everything is compliant': policy(allow('s3:GetObject')),
    'every action of a service is compliant': policy(allow('s3:*')),
    'everything on a named resource is compliant': policy(allow('*', 'arn:aws:s3:::records/*')),
    'a Deny of everything is compliant': policy(deny('*')),
    'everything is a finding': seen(
      policy(allow('s3:GetObject'), allow('*')),
      'Properties.PolicyDocument.Statement.1',
    ),
    'everything by two stars is a finding': policy(allow(['s3:GetObject', '*:*'])),
    'everything in an inline policy is a finding': inline(allow('*')),
    'everything in one branch is a finding': policy(allow(either('*', 's3:GetObject'))),
    'everything for people is a finding': subject('AWS::SSO::PermissionSet', {
      InlinePolicy: { Statement: allow('*') },
    }),
    'a document left to a parameter is unknown': subject(POLICY, { PolicyDocument: OPEN }),
  }),
  casesOf(noNotAction, {
    'named actions is compliant': policy(allow('s3:GetObject')),
    'a Deny of all but a few is compliant': policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }),
    'all but a few actions is a finding': seen(
      policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      `${STATEMENT}.NotAction`,
    ),
    'all but a few actions in one branch is a finding': policy(
      either({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, NOTHING),
    ),
    'all but what a parameter says is a finding': policy({ Effect: 'Allow', NotAction: OPEN, Resource: '*' }),
    'a document left to a parameter is unknown': subject(POLICY, { PolicyDocument: OPEN }),
  }),
  casesOf(noNotResource, {
    'a named resource is compliant': policy(allow('s3:GetObject', 'arn:aws:s3:::records/*')),
    'a Deny on all but a few is compliant': policy({ Effect: 'Deny', Action: '*', NotResource: APP }),
    'all but a few resources is a finding': seen(
      policy({ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::secret/*' }),
      `${STATEMENT}.NotResource`,
    ),
    'all but what a parameter says is a finding': policy({
      Effect: 'Allow',
      Action: 's3:*',
      NotResource: OPEN,
    }),
    'an effect left to a parameter is unknown': policy({ Effect: OPEN, Action: 's3:*', NotResource: APP }),
  }),
  casesOf(passRoleScoped, {
    'a named role is compliant': policy(allow(PASS, APP)),
    'a role of the stack is compliant': subject(POLICY, document(allow(PASS, arn('Role'))), {
      Role: resource(ROLE),
    }),
    'roles by prefix is compliant': policy(allow(PASS, 'arn:aws:iam::111122223333:role/app-*')),
    'other actions on everything is compliant': policy(allow('iam:GetRole')),
    'what is no role is compliant': policy(allow([PASS, 's3:GetObject'], 'arn:aws:s3:::*')),
    'every role is a finding': seen(policy(allow([PASS, 'ec2:RunInstances'])), `${STATEMENT}.Resource`),
    'every role of an account is a finding': policy(allow(PASS, 'arn:aws:iam::111122223333:role/*')),
    'every role to one service is a finding': policy(allow(PASS, '*', TO_LAMBDA)),
    'every role within a wildcard is a finding': policy(allow('iam:Pass*', [APP, '*'])),
    'a role left to a parameter is unknown': policy(allow(PASS, OPEN)),
  }),
  casesOf(passRoleToService, {
    'a role to one service is compliant': policy(allow(PASS, APP, TO_LAMBDA)),
    'other actions is compliant': policy(allow('iam:GetRole')),
    'a role to any service is a finding': seen(policy(allow(PASS, APP)), STATEMENT),
    'a role to any service by a pattern is a finding': policy(
      allow(PASS, APP, { StringLike: { 'iam:PassedToService': '*' } }),
    ),
    'a service left to a parameter is unknown': policy(
      allow(PASS, APP, { StringLike: { 'iam:PassedToService': OPEN } }),
    ),
  }),
  casesOf(noPrivilegeEscalation, {
    'roles without a way to use them is compliant': policy(allow(PASS)),
    'a way to use them without roles is compliant': policy(allow('ec2:RunInstances')),
    'a named role to instances is compliant': policy(allow(PASS, APP), allow('ec2:RunInstances')),
    'policies of named roles is compliant': policy(allow('iam:PutRolePolicy', APP)),
    'policies under a boundary is compliant': policy(
      allow('iam:PutRolePolicy', '*', {
        StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/b' },
      }),
    ),
    'a Deny of one step is compliant': policy(allow([PASS, 'ec2:RunInstances']), deny('iam:Pass*')),
    'a Deny in another policy of the role is compliant': shared(
      deny(PASS),
      allow([PASS, 'ec2:RunInstances']),
    ),
    'a permissions boundary without a step is compliant': bounded(
      allow('s3:*'),
      allow([PASS, 'ec2:RunInstances']),
    ),
    'both steps in one statement is a finding': seen(policy(allow([PASS, 'ec2:RunInstances'])), STATEMENT),
    'both steps in two statements is a finding': seen(
      policy(allow(['lambda:CreateFunction', 'lambda:InvokeFunction']), allow(PASS)),
      'Properties.PolicyDocument.Statement.1',
    ),
    'both steps in two policies of one role is a finding': shared(allow('glue:*'), allow(PASS)),
    'both steps in policies of two stacks is a finding': beside(
      subject(ROLE, { RoleName: 'app', Policies: [{ PolicyName: 'own', ...document(allow(PASS)) }] }),
      body({ Other: resource(POLICY, { ...document(allow('ec2:RunInstances')), Roles: ['app'] }) }),
    ),
    'both steps through a managed policy is a finding': subject(
      ROLE,
      {
        ManagedPolicyArns: [ref('Managed')],
        Policies: [{ PolicyName: 'own', ...document(allow(PASS)) }],
      },
      { Managed: resource('AWS::IAM::ManagedPolicy', document(allow('ecs:*'))) },
    ),
    'a permissions boundary with both steps is a finding': bounded(
      allow('*'),
      allow([PASS, 'ec2:RunInstances']),
    ),
    'new versions of any policy is a finding': seen(policy(allow('iam:CreatePolicyVersion')), STATEMENT),
    'trust of any role is a finding': policy(allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::1:role/*')),
    'any role is a finding': policy(allow('sts:AssumeRole')),
    'a second factor does not help and is a finding': policy(
      allow('iam:AttachUserPolicy', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ),
    'a Deny under a condition is a finding': policy(
      allow('iam:CreateAccessKey'),
      deny('iam:*', { StringEquals: { 'aws:username': 'a' } }),
    ),
    'commands on every machine is a finding': policy(allow('ssm:SendCommand')),
    'a Deny that may not be there is unknown': policy(
      allow('iam:PutRolePolicy'),
      either(deny('iam:*'), NOTHING),
    ),
    'a permissions boundary outside the assembly is unknown': subject(ROLE, {
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
      Policies: [{ PolicyName: 'p', ...document(allow('iam:PutRolePolicy')) }],
    }),
  }),
  casesOf(noOpenPermissionsManagement, {
    'a named bucket is compliant': policy(allow('s3:PutBucketPolicy', 'arn:aws:s3:::records')),
    'reading policies is compliant': policy(allow('s3:GetBucketPolicy')),
    'keys by tag is compliant': policy(
      allow('kms:CreateGrant', '*', { StringEquals: { 'aws:ResourceTag/app': 'records' } }),
    ),
    'the policy of every bucket is a finding': seen(policy(allow('s3:PutBucketPolicy')), STATEMENT),
    'the policy of every bucket within a wildcard is a finding': policy(allow('s3:PutBucket*')),
    'grants on every key is a finding': policy(allow(['kms:Decrypt', 'kms:CreateGrant'])),
    'the policy of every key in one branch is a finding': policy(allow('kms:PutKeyPolicy', either('*', APP))),
    'keys by a tag left to a parameter is unknown': policy(
      allow('kms:CreateGrant', '*', { StringLike: { 'aws:ResourceTag/app': OPEN } }),
    ),
  }),
  casesOf(noOpenWrite, {
    'a named queue is compliant': policy(allow('sqs:SendMessage', 'arn:aws:sqs:us-east-1:1:jobs')),
    'lists on everything is compliant': policy(allow('s3:ListAllMyBuckets')),
    'what takes no resource, on everything, is compliant': policy(
      allow(['logs:CreateLogDelivery', 'xray:Put*']),
    ),
    'the same under a resource left to a parameter is compliant': policy(
      allow('logs:CreateLogDelivery', OPEN),
    ),
    'the same beside a queue is a finding': seen(
      policy(allow(['logs:CreateLogDelivery', 'sqs:SendMessage'])),
      `${STATEMENT}.Resource`,
    ),
    'every queue is a finding': seen(policy(allow('sqs:SendMessage')), `${STATEMENT}.Resource`),
    'every queue within a wildcard is a finding': policy(allow('sqs:Send*')),
    'a queue left to a parameter is unknown': policy(allow('sqs:SendMessage', OPEN)),
  }),
  casesOf(noOpenCredentials, {
    'a named secret is compliant': policy(
      allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:1:secret:db-abc'),
    ),
    'a token for images is compliant': policy(allow('ecr:GetAuthorizationToken')),
    'every cluster is a finding': seen(
      policy(allow('redshift:GetClusterCredentials')),
      `${STATEMENT}.Resource`,
    ),
    'every secret of an account is a finding': policy(
      allow('secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:us-east-1:1:secret:*'),
    ),
    'every secret within a wildcard is a finding': policy(allow('secretsmanager:Get*')),
    'a secret left to a parameter is unknown': policy(allow('secretsmanager:GetSecretValue', OPEN)),
  }),
  casesOf(actionsExist, {
    'actions that are there is compliant': policy(allow(['s3:GetObject', 'S3:getobject', 's3:Get*', '*'])),
    'a Deny of what is there is compliant': policy(deny('iam:*')),
    'an action that is not there is a finding': seen(
      policy(allow(['s3:GetObject', 's3:GetObjects'])),
      `${STATEMENT}.Action`,
    ),
    'a Deny of what is not there is a finding': policy(deny('s3:DeleteBuckets')),
    'a service that is not there is a finding': policy(allow('cloudwatchlogs:*')),
    'a pattern that reaches nothing is a finding': policy(allow('bedrock:Converse*')),
    'a slip in NotAction is a finding': policy({ Effect: 'Deny', NotAction: 'iam:GetRoles', Resource: '*' }),
    'a key policy of what is there is compliant': subject('AWS::KMS::Key', {
      KeyPolicy: { Statement: { Effect: 'Allow', Principal: '*', Action: 'kms:ReEncrypt*', Resource: '*' } },
    }),
    'a tag policy is compliant': subject('AWS::Organizations::Policy', { Content: { tags: {} } }),
    'a slip in a key policy is a finding': subject('AWS::KMS::Key', {
      KeyPolicy: { Statement: { Effect: 'Deny', Principal: '*', Action: 'kms:ReEncrypt', Resource: '*' } },
    }),
    'a slip in a service control policy is a finding': seen(
      subject('AWS::Organizations::Policy', {
        Content: { Statement: [deny('organizations:LeaveOrganisation')] },
      }),
      'Properties.Content.Statement.0.Action',
    ),
    'a slip in a trust policy is a finding': subject(ROLE, {
      AssumeRolePolicyDocument: { Statement: { Effect: 'Deny', Principal: '*', Action: 'sts:AssumesRole' } },
    }),
    'an action left to a parameter is unknown': policy(allow(['s3:GetObject', OPEN])),
  }),
  casesOf(boundaryOnMadeRoles, {
    'roles under a boundary is compliant': policy(
      allow('iam:CreateRole', '*', {
        StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/b' },
      }),
    ),
    'reading roles is compliant': policy(allow('iam:GetRole')),
    'roles without boundary is a finding': seen(policy(allow('iam:CreateRole', APP)), STATEMENT),
    'roles without boundary within a wildcard is a finding': policy(allow('iam:*Role')),
    'a boundary left to a parameter is unknown': policy(
      allow('iam:CreateRole', '*', { ArnLike: { 'iam:PermissionsBoundary': OPEN } }),
    ),
  }),
  casesOf(noInlinePolicy, {
    'a managed policy is compliant': subject(ROLE, { ManagedPolicyArns: ['arn:aws:iam::1:policy/p'] }),
    'a policy in a role is a finding': seen(inline(allow('s3:GetObject')), 'Properties.Policies'),
    'a policy beside a role is a finding': seen(policy(allow('s3:GetObject')), 'Properties'),
    'a policy in one branch is a finding': stack({
      Subject: resource(ROLE, { Policies: either([{ PolicyName: 'p' }], NOTHING) }),
    }),
    'policies of a user is a finding': subject('AWS::IAM::User', { Policies: [{ PolicyName: 'p' }] }),
    'policies of a group is a finding': subject('AWS::IAM::Group', { Policies: [{ PolicyName: 'p' }] }),
  }),
];
