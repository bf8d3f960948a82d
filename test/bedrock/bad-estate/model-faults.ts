import { aws_awsexternalanthropic as anthropic, aws_bedrock as bedrock, type CfnResource } from 'aws-cdk-lib';
import type { Estate } from './estate';
import type { Look } from './estate-models';
import type { Fault } from './fault';
import { one, remove, resourceOf } from './parts';

/** Statements of the role that calls models which let it. */
const INVOKING = ['InvokeApprovedModels', 'InvokeApprovedProfiles', 'InvokeModelsThroughProfiles'];

/** Lets the administrator make a call, on anything. */
function letAdministrator(estate: Estate, look: Look, action: string): void {
  const policy = resourceOf(estate.models.administration[look]);
  policy.addPropertyOverride('PolicyDocument.Statement.0.Action', action);
  policy.addPropertyOverride('PolicyDocument.Statement.0.Resource', '*');
}

/** Overrides a part of a statement in the policy of the role that calls models. */
function overrideCaller(estate: Estate, sid: string, part: string, value: unknown): void {
  const policy = resourceOf(estate.models.invocation.node.findChild('Permissions'));
  const { Properties } = definitionOf(estate, policy);
  const index = Properties.PolicyDocument.Statement.findIndex(({ Sid }) => Sid === sid);
  if (index < 0) throw new Error(`no statement ${sid}`);
  policy.addPropertyOverride(`PolicyDocument.Statement.${index}.${part}`, value);
}

interface WithPolicy {
  readonly Properties: {
    readonly PolicyDocument: { readonly Statement: readonly { readonly Sid?: string }[] };
  };
}

function definitionOf(estate: Estate, resource: CfnResource): WithPolicy {
  const { Resources } = estate.stack.resolve(resource._toCloudFormation()) as {
    readonly Resources: Readonly<Record<string, WithPolicy>>;
  };
  const [definition] = Object.values(Resources);
  if (!definition) throw new Error('no definition');
  return definition;
}

const setting = (estate: Estate, name: 'DataRetention' | 'InvocationLogging') =>
  resourceOf(estate.models.node.findChild(name).node.findChild('Setting').node.findChild('Resource'));

export const MODEL_FAULTS: readonly Fault[] = [
  {
    name: 'guardrail without a key',
    make: (estate) => estate.models.guardrail.guardrail.addPropertyDeletionOverride('KmsKeyArn'),
    findings: ['bedrock-guardrail-encrypted Models/Guardrail/Resource'],
  },
  {
    name: 'guardrail that lets prompt attacks through',
    make: (estate) =>
      estate.models.guardrail.guardrail.addPropertyOverride('ContentPolicyConfig', { FiltersConfig: [] }),
    findings: [
      'bedrock-guardrail-content Models/Guardrail/Resource',
      'bedrock-guardrail-prompt-attack Models/Guardrail/Resource',
    ],
  },
  {
    name: 'guardrail that masks no identifiers',
    make: (estate) =>
      estate.models.guardrail.guardrail.addPropertyDeletionOverride('SensitiveInformationPolicyConfig'),
    findings: [
      'bedrock-guardrail-credentials Models/Guardrail/Resource',
      'bedrock-guardrail-own-identifiers Models/Guardrail/Resource',
      'bedrock-guardrail-pii Models/Guardrail/Resource',
    ],
  },
  {
    name: 'guardrail that everybody may use and read',
    make: (estate) =>
      estate.models.guardrailPolicy.addPropertyOverride('PolicyDocument.Statement.0.Principal', '*'),
    findings: ['bedrock-policy-not-public Models/GuardrailPolicy'],
  },
  {
    name: 'enforced guardrail that callers choose the scope of',
    make: (estate) =>
      estate.models.enforced.addPropertyOverride('SelectiveContentGuarding.Messages', 'SELECTIVE'),
    findings: ['bedrock-enforced-guardrail Models/Enforced'],
  },
  {
    name: 'enforced guardrail that goes with its stack',
    make: (estate) => estate.models.enforced.addOverride('DeletionPolicy', 'Delete'),
    findings: ['bedrock-enforced-guardrail-kept Models/Enforced'],
  },
  {
    name: 'InvokeModel on every model',
    make: (estate) => overrideCaller(estate, 'InvokeApprovedModels', 'Resource', '*'),
    findings: [
      'iam-bedrock-invoke-models Models/Invocation/Permissions/Resource',
      'iam-no-wildcard-resource Models/Invocation/Permissions/Resource',
    ],
  },
  {
    name: 'InvokeModel without a guardrail',
    make: (estate) => {
      for (const sid of INVOKING) overrideCaller(estate, sid, 'Condition', undefined);
      overrideCaller(estate, 'NotWithoutTheGuardrail', 'Action', 'bedrock:GetModelInvocationJob');
    },
    findings: ['iam-bedrock-invoke-guardrail Models/Invocation/Permissions/Resource'],
  },
  {
    name: 'mantle not denied',
    make: (estate) => overrideCaller(estate, 'NoOtherDoor', 'Action', 'bedrock:GetModelInvocationJob'),
    findings: ['bedrock-doors-denied Models/Invocation/Permissions/Resource'],
  },
  {
    name: 'mantle open',
    make: (estate) => letAdministrator(estate, 'mantle', 'bedrock-mantle:*'),
    findings: ['bedrock-no-mantle Models/Mantle/Resource', 'iam-no-wildcard-action Models/Mantle/Resource'],
  },
  {
    name: 'bearer keys',
    make: (estate) => letAdministrator(estate, 'keys', 'iam:CreateServiceSpecificCredential'),
    findings: [
      'bedrock-no-bearer-keys Models/Keys/Resource',
      'iam-no-open-credentials Models/Keys/Resource',
      'iam-no-open-write Models/Keys/Resource',
    ],
  },
  {
    name: 'models may be imported',
    make: (estate) => letAdministrator(estate, 'imports', 'bedrock:CreateModelImportJob'),
    findings: ['bedrock-no-outside-models Models/Imports/Resource'],
  },
  {
    name: 'models may be copied to another account',
    make: (estate) => letAdministrator(estate, 'copies', 'bedrock:CreateModelCopyJob'),
    findings: ['bedrock-model-not-shared Models/Copies/Resource', 'iam-no-open-write Models/Copies/Resource'],
  },
  {
    name: 'model in a share that leaves the organization',
    make: (estate) => estate.models.share.addPropertyOverride('AllowExternalPrincipals', true),
    findings: ['bedrock-model-not-shared Models/Share'],
  },
  {
    name: 'global inference profile',
    make: (estate) =>
      estate.models.useCase.profile.addPropertyOverride(
        'ModelSource.CopyFrom',
        'arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.amazon.nova-2-lite-v1:0',
      ),
    findings: [
      'bedrock-model-geography Models/Summaries/Resource',
      'governance-region Models/Summaries/Resource',
    ],
  },
  {
    name: 'no log of invocations',
    make: (estate) => remove(setting(estate, 'InvocationLogging')),
    findings: ['bedrock-invocation-logging Models/Invocation/Permissions/Resource'],
  },
  {
    name: 'log of invocations without their text',
    insteadOf: 'no log of invocations',
    make: (estate) =>
      setting(estate, 'InvocationLogging').addPropertyOverride(
        'LoggingConfig.textDataDeliveryEnabled',
        false,
      ),
    findings: ['bedrock-invocation-logging-complete Models/InvocationLogging/Setting/Resource/Default'],
  },
  {
    name: 'data retention not set',
    make: (estate) => remove(setting(estate, 'DataRetention')),
    findings: ['bedrock-data-retention Models/Invocation/Permissions/Resource'],
  },
  {
    name: 'data retention set to something else than none',
    insteadOf: 'data retention not set',
    make: (estate) => setting(estate, 'DataRetention').addPropertyOverride('Mode', 'aws_review'),
    findings: ['bedrock-data-retention-none Models/DataRetention/Setting/Resource/Default'],
  },
  {
    name: 'platform that another company runs',
    make: (estate) => new anthropic.CfnWorkspace(estate.models, 'Workspace', { name: 'notes' }),
    findings: [
      'governance-business-associate Models/Workspace',
      'governance-eligible-service Models/Workspace',
    ],
  },
  {
    name: 'guardrail that is not published',
    make: (estate) =>
      one(estate.models.guardrail, bedrock.CfnGuardrailVersion).addPropertyOverride(
        'GuardrailIdentifier',
        'abcdefgh1234',
      ),
    findings: ['bedrock-guardrail-versioned Models/Guardrail/Resource'],
  },
];
