import { doorsDenied } from '../../../lib/compliance/rules/bedrock/doors-denied';
import { endpointModels } from '../../../lib/compliance/rules/bedrock/endpoint-models';
import { modelApproved } from '../../../lib/compliance/rules/bedrock/model-approved';
import { modelNotShared } from '../../../lib/compliance/rules/bedrock/model-not-shared';
import { noOutsideModels } from '../../../lib/compliance/rules/bedrock/no-outside-models';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const POLICY = 'AWS::IAM::Policy';
const SHARE = 'AWS::RAM::ResourceShare';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';
const HERE = 'arn:aws:bedrock:us-east-1:111122223333';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';
const IMPORTED = `${HERE}:imported-model/abcdefgh1234`;
const CUSTOM = `${HERE}:custom-model/amazon.nova-lite-v1:0/abcdefgh1234`;
const STATEMENT = 'Properties.PolicyDocument.Statement.0';

const allow = (Action: Json, Resource: Json = '*'): JsonObject => ({ Effect: 'Allow', Action, Resource });
const deny = (Action: Json, more: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Action,
  Resource: '*',
  ...more,
});
const policy = (...statements: readonly Json[]) =>
  subject(POLICY, { PolicyDocument: { Statement: statements } });
const invoking = (model: Json) => policy(allow('bedrock:InvokeModel', model));
const agent = (FoundationModel: Json) => subject('AWS::Bedrock::Agent', { FoundationModel });

const CLOSED = deny(['bedrock-mantle:*', 'bedrock:CallWithBearerToken']);
/** A role that may invoke a model, with other statements, or with other properties. */
const caller = (statements: readonly Json[], more: JsonObject = {}, others: JsonObject = {}) =>
  subject(
    'AWS::IAM::Role',
    {
      Policies: [{ PolicyDocument: { Statement: [allow('bedrock:InvokeModel', MODEL), ...statements] } }],
      ...more,
    },
    others,
  );
const INLINE = 'Properties.Policies.0.PolicyDocument.Statement.0';
const attached = (statement: Json, Roles: Json) => ({
  Doors: resource('AWS::IAM::ManagedPolicy', { Roles, PolicyDocument: { Statement: [statement] } }),
});

const policyOf = (type: string, whose: JsonObject) =>
  subject(
    type,
    { ...whose, PolicyDocument: { Statement: [allow('bedrock:InvokeModel', MODEL)] } },
    {
      Role: resource('AWS::IAM::Role'),
      User: resource('AWS::IAM::User'),
      Group: resource('AWS::IAM::Group'),
    },
  );

const endpoint = (PolicyDocument: Json, service = 'bedrock-runtime') =>
  subject(ENDPOINT, { ServiceName: `com.amazonaws.us-east-1.${service}`, PolicyDocument });
const passing = (Resource: Json, action: Json = 'bedrock:InvokeModel') =>
  endpoint({ Statement: [{ ...allow(action, Resource), Principal: '*' }] });

const share = (AllowExternalPrincipals: Json, ...ResourceArns: readonly Json[]) =>
  subject(SHARE, { AllowExternalPrincipals, ResourceArns });
const put = (model: Json, AllowExternalPrincipals: Json) =>
  subject(
    'AWS::RAM::ResourceAssociation',
    { ResourceArn: model, ResourceShareArn: { 'Fn::GetAtt': ['Share', 'Arn'] } },
    { Share: resource(SHARE, { AllowExternalPrincipals }) },
  );

export const bedrockDoorsCases = [
  casesOf(doorsDenied, {
    'a denial in the same policy is compliant': caller([CLOSED]),
    'a denial of everything else is compliant': caller([
      { Effect: 'Deny', NotAction: 'bedrock:InvokeModel', Resource: '*' },
    ]),
    'a denial in another policy of the role is compliant': caller([], {}, attached(CLOSED, [ref('Subject')])),
    'a denial in the boundary is compliant': caller(
      [],
      { PermissionsBoundary: ref('Boundary') },
      { Boundary: resource('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [CLOSED] } }) },
    ),
    'no denial is a finding': seen(caller([]), INLINE),
    'one door left open is a finding': caller([deny('bedrock-mantle:*')]),
    'a denial under a condition is a finding': caller([
      deny(['bedrock-mantle:*', 'bedrock:CallWithBearerToken'], {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    ]),
    'a denial in one branch is a finding': caller([either(CLOSED, NOTHING)]),
    'a denial for some resource is a finding': caller([{ ...CLOSED, Resource: `${HERE}:project/one` }]),
    'a denial for another role is a finding': caller([], {}, attached(CLOSED, ['another'])),
    'a policy of a role without a denial is a finding': policyOf(POLICY, { Roles: [ref('Role')] }),
    'a managed policy of a role is a finding': policyOf('AWS::IAM::ManagedPolicy', { Roles: [ref('Role')] }),
    'a policy of one role is a finding': policyOf('AWS::IAM::RolePolicy', { RoleName: ref('Role') }),
    'a policy of a user is a finding': policyOf('AWS::IAM::UserPolicy', { UserName: ref('User') }),
    'a policy of a group is a finding': policyOf('AWS::IAM::GroupPolicy', { GroupName: ref('Group') }),
    'a permission set is a finding': subject('AWS::SSO::PermissionSet', {
      InlinePolicy: { Statement: [allow('bedrock:InvokeModel', MODEL)] },
    }),
    'a denial left to a parameter is unknown': caller([deny(OPEN)]),
    'a boundary elsewhere is unknown': caller([], {
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
    }),
    'a policy of nobody is not applicable': invoking(MODEL),
    'a role that calls no model is not applicable': subject('AWS::IAM::Role'),
  }),
  casesOf(endpointModels, {
    'a named model is compliant': passing(MODEL),
    'other calls on anything is compliant': passing('*', 'bedrock:ListTagsForResource'),
    'a denial of everything is compliant': endpoint({ Statement: [{ ...deny('*'), Principal: '*' }] }),
    'application profiles of one account beside its models is compliant': passing([
      'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/*',
      MODEL,
    ]),
    'application profiles of any account is a finding': passing(
      'arn:aws:bedrock:us-east-1:*:application-inference-profile/*',
    ),
    'profiles of Bedrock is a finding': passing('arn:aws:bedrock:us-east-1:111122223333:inference-profile/*'),
    'every model is a finding': seen(passing('*'), `${STATEMENT}.Resource`),
    'every foundation model is a finding': passing('arn:aws:bedrock:*::foundation-model/*'),
    'every call is a finding': passing('*', '*'),
    'every model but one is a finding': seen(
      endpoint({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 'bedrock:InvokeModel', NotResource: MODEL }],
      }),
      `${STATEMENT}.NotResource`,
    ),
    'the endpoint with FIPS is a finding': endpoint(
      { Statement: [{ ...allow('bedrock:*'), Principal: '*' }] },
      'bedrock-runtime-fips',
    ),
    'models left to a parameter is unknown': passing(OPEN),
    'a policy left to a parameter is unknown': endpoint(OPEN),
    'no policy is not applicable': endpoint(NOTHING),
    'another service is not applicable': endpoint({ Statement: [allow('*')] }, 'kms'),
  }),
  casesOf(modelApproved, {
    'a foundation model is compliant': agent('amazon.nova-lite-v1:0'),
    'a foundation model by its ARN is compliant': invoking(MODEL),
    'a profile of the assembly is compliant': subject(
      'AWS::Bedrock::Agent',
      { FoundationModel: { 'Fn::GetAtt': ['Profile', 'InferenceProfileArn'] } },
      { Profile: resource('AWS::Bedrock::ApplicationInferenceProfile') },
    ),
    'an account left open is compliant': agent({
      'Fn::Sub': 'arn:aws:bedrock:us-east-1:${AWS::AccountId}:inference-profile/us.amazon.nova-lite-v1:0',
    }),
    'an imported model of a caller is a finding': seen(invoking(IMPORTED), `${STATEMENT}.Resource`),
    'any custom model is a finding': invoking(`${HERE}:custom-model/*`),
    'an imported model of an agent is a finding': seen(agent(IMPORTED), 'Properties.FoundationModel'),
    'an imported model of this account is a finding': agent({
      'Fn::Sub': 'arn:aws:bedrock:us-east-1:${AWS::AccountId}:imported-model/abcdefgh1234',
    }),
    'a marketplace endpoint is a finding': agent('arn:aws:sagemaker:us-east-1:111122223333:endpoint/bought'),
    'bought throughput is a finding': agent(`${HERE}:provisioned-model/abcdefgh1234`),
    'a profile of a custom model is a finding': subject('AWS::Bedrock::ApplicationInferenceProfile', {
      ModelSource: { CopyFrom: CUSTOM },
    }),
    'a prompt for an imported model is a finding': subject('AWS::Bedrock::Prompt', {
      Variants: [{ ModelId: IMPORTED }],
    }),
    'a flow with an imported model is a finding': subject('AWS::Bedrock::Flow', {
      Definition: {
        Nodes: [{ Configuration: { Prompt: { SourceConfiguration: { Inline: { ModelId: IMPORTED } } } } }],
      },
    }),
    'a guardrail elsewhere is a finding': subject('AWS::Bedrock::Guardrail', {
      CrossRegionConfig: { GuardrailProfileArn: IMPORTED },
    }),
    'a router to an imported model is a finding': subject('AWS::Bedrock::IntelligentPromptRouter', {
      Models: [{ ModelArn: IMPORTED }],
    }),
    'a harness with an imported model is a finding': subject('AWS::BedrockAgentCore::Harness', {
      Model: { BedrockModelConfig: { ModelId: IMPORTED } },
    }),
    'a model left to a parameter is unknown': agent(OPEN),
    'a kind of model left open is unknown': agent({ 'Fn::Sub': `${HERE}:\${Open}/abcdefgh1234` }),
    'models of a caller left to a parameter is unknown': invoking(OPEN),
  }),
  casesOf(modelNotShared, {
    'invoking models is compliant': invoking(MODEL),
    'a share within the organization is compliant': share(false, CUSTOM),
    'a model put into a share within the organization is compliant': put(CUSTOM, false),
    'copying models is a finding': seen(policy(allow('bedrock:CreateModelCopyJob')), STATEMENT),
    'everything in Bedrock is a finding': policy(allow('bedrock:*')),
    'a share that may leave the organization is a finding': seen(
      share(true, CUSTOM),
      'Properties.ResourceArns.0',
    ),
    'a share that does not say is a finding': share(NOTHING, IMPORTED),
    'a share that leaves it in one branch is a finding': share(either(true, false), CUSTOM),
    'a model put into a share that may leave is a finding': seen(put(CUSTOM, true), 'Properties.ResourceArn'),
    'a share left to a parameter is unknown': share(OPEN, CUSTOM),
    'a resource left to a parameter is unknown': share(true, OPEN),
    'a model put into a share elsewhere is unknown': subject('AWS::RAM::ResourceAssociation', {
      ResourceArn: CUSTOM,
      ResourceShareArn: 'arn:aws:ram:us-east-1:111122223333:resource-share/abc',
    }),
    'actions left to a parameter is unknown': policy(allow(OPEN)),
    'a share of something else is not applicable': share(
      true,
      'arn:aws:ec2:us-east-1:111122223333:transit-gateway/tgw-1',
    ),
  }),
  casesOf(noOutsideModels, {
    'invoking models is compliant': invoking(MODEL),
    'denying imports is compliant': policy(deny('bedrock:CreateModelImportJob')),
    'who may do everything is compliant': policy(allow('*')),
    'importing models is a finding': seen(policy(allow('bedrock:CreateModelImportJob')), STATEMENT),
    'marketplace endpoints is a finding': policy(allow('bedrock:CreateMarketplaceModelEndpoint')),
    'taking offers is a finding': policy(allow('bedrock:CreateFoundationModelAgreement')),
    'whatever begins with Create is a finding': policy(allow('bedrock:Create*')),
    'all but reading is a finding': policy({ Effect: 'Allow', NotAction: 'bedrock:Get*', Resource: MODEL }),
    'actions left to a parameter is unknown': policy(allow(OPEN)),
  }),
];
