import { controlPolicyDenies } from '../../../lib/compliance/rules/iam/control-policy-denies';
import { oidcAudience } from '../../../lib/compliance/rules/iam/oidc-audience';
import { organizationPolicyNotPublic } from '../../../lib/compliance/rules/iam/organization-policy-not-public';
import { permissionsBoundary } from '../../../lib/compliance/rules/iam/permissions-boundary';
import { samlAssertionsEncrypted } from '../../../lib/compliance/rules/iam/saml-assertions-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const ROLE = 'AWS::IAM::Role';
const USER = 'AWS::IAM::User';
const SET = 'AWS::SSO::PermissionSet';
const BOUNDARY = 'arn:aws:iam::111122223333:policy/most';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const takenBy = (principal: Json, properties: JsonObject = {}) =>
  subject(ROLE, {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
    },
    ...properties,
  });
const BUILDER = { AWS: 'arn:aws:iam::111122223333:role/builder' };
const PEOPLE = { Federated: 'arn:aws:iam::111122223333:saml-provider/people' };

const control = (statement: Json, type: Json = 'SERVICE_CONTROL_POLICY') =>
  subject('AWS::Organizations::Policy', { Type: type, Content: { Statement: [statement] } });
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
const DENIAL = { Effect: 'Deny', Action: 'cloudtrail:StopLogging', Resource: '*' };

const delegation = (principal: Json) =>
  subject('AWS::Organizations::ResourcePolicy', {
    Content: {
      Statement: [
        { Effect: 'Allow', Principal: principal, Action: 'organizations:ListPolicies', Resource: '*' },
      ],
    },
  });
const saml = (properties: JsonObject) => subject('AWS::IAM::SAMLProvider', properties);
const oidc = (properties: JsonObject) => subject('AWS::IAM::OIDCProvider', properties);

export const iamBoundaryCases = [
  casesOf(permissionsBoundary, {
    'a role of a service is compliant': takenBy({ Service: 'lambda.amazonaws.com' }),
    'a bounded role of another role is compliant': takenBy(BUILDER, { PermissionsBoundary: BOUNDARY }),
    'a boundary of the stack is compliant': subject(
      USER,
      { PermissionsBoundary: ref('Most') },
      { Most: resource('AWS::IAM::ManagedPolicy') },
    ),
    'a bounded permission set is compliant': subject(SET, {
      PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/SecurityAudit' },
    }),
    'a role of another role is a finding': seen(takenBy(BUILDER), 'Properties.PermissionsBoundary'),
    'a role of people is a finding': takenBy(PEOPLE),
    'a role of a service or of people is a finding': takenBy(
      either({ Service: 'lambda.amazonaws.com' }, PEOPLE),
    ),
    'a role bounded in one branch is a finding': takenBy(PEOPLE, {
      PermissionsBoundary: either(BOUNDARY, NOTHING),
    }),
    'a user without boundary is a finding': subject(USER),
    'a permission set without boundary is a finding': subject(SET),
    'a user bounded by everything is a finding': subject(USER, { PermissionsBoundary: ADMINISTRATOR }),
    'a permission set bounded by everything is a finding': seen(
      subject(SET, { PermissionsBoundary: { ManagedPolicyArn: ADMINISTRATOR } }),
      'Properties.PermissionsBoundary.ManagedPolicyArn',
    ),
    'a boundary left to a parameter is unknown': subject(USER, { PermissionsBoundary: OPEN }),
    'a role of somebody left to a parameter is unknown': takenBy(OPEN),
  }),
  casesOf(samlAssertionsEncrypted, {
    'encryption is compliant': saml({ AssertionEncryptionMode: 'Required' }),
    'encryption if the provider likes is a finding': seen(
      saml({ AssertionEncryptionMode: 'Allowed' }),
      'Properties.AssertionEncryptionMode',
    ),
    'nothing said is a finding': saml({}),
    'encryption left to a parameter is unknown': saml({ AssertionEncryptionMode: OPEN }),
  }),
  casesOf(oidcAudience, {
    'an audience is compliant': oidc({ ClientIdList: ['sts.amazonaws.com'] }),
    'none is a finding': seen(oidc({}), 'Properties.ClientIdList'),
    'an empty list is a finding': oidc({ ClientIdList: [] }),
    'an audience left to a parameter is unknown': oidc({ ClientIdList: OPEN }),
  }),
  casesOf(organizationPolicyNotPublic, {
    'an account is compliant': delegation({ AWS: '111122223333' }),
    'everybody is a finding': seen(delegation('*'), 'Properties.Content.Statement.0'),
    'somebody left to a parameter is unknown': delegation(OPEN),
  }),
  casesOf(controlPolicyDenies, {
    'a denial is compliant': control(DENIAL),
    'a denial as text is compliant': subject('AWS::Organizations::Policy', {
      Type: 'RESOURCE_CONTROL_POLICY',
      Content: JSON.stringify({ Statement: [DENIAL] }),
    }),
    'a list of what is allowed is compliant': control({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    'all but something is compliant': control({ Effect: 'Allow', NotAction: 'sagemaker:*', Resource: '*' }),
    'everything under a condition is compliant': control({
      ...EVERYTHING,
      Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    }),
    'everything is a finding': seen(control(EVERYTHING), 'Properties.Content'),
    'everything in one branch is a finding': subject('AWS::Organizations::Policy', {
      Type: 'SERVICE_CONTROL_POLICY',
      Content: either({ Statement: [DENIAL] }, { Statement: [EVERYTHING] }),
    }),
    'a statement that may deny or allow is unknown': control(either(DENIAL, EVERYTHING)),
    'an action left to a parameter is unknown': control({ ...EVERYTHING, Action: OPEN }),
    'a document left to a parameter is unknown': subject('AWS::Organizations::Policy', {
      Type: 'SERVICE_CONTROL_POLICY',
      Content: OPEN,
    }),
    'a policy of tags is not applicable': control(EVERYTHING, 'TAG_POLICY'),
  }),
];
