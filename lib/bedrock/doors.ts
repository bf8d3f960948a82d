/** Conditions of a statement: operator, key, values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A way to a model, or around a control, that is closed. */
export interface DeniedDoor {
  /** Letters and digits; `Sid` of the statement. */
  readonly sid: string;
  /** Why it is closed, in one sentence. */
  readonly reason: string;
  readonly actions: readonly string[];
  /** @default - whatever the resource */
  readonly resources?: readonly string[];
  /** @default - whatever the request */
  readonly conditions?: Conditions;
  /** Stays open for those who administer models in the organization. */
  readonly exceptAdministrators?: true;
}

/** Doors without a condition that concern whoever calls models; nobody has an exception. */
export const CLOSED_DOORS: readonly DeniedDoor[] = [
  {
    sid: 'NoMantle',
    reason:
      'The log of model invocations does not see this endpoint, and no guardrail can be demanded there.',
    actions: ['bedrock-mantle:*'],
  },
  {
    sid: 'NoBearerKeys',
    reason: 'A bearer key is whoever holds it: no MFA and no session. Each prefix has its own action.',
    actions: [
      'bedrock:CallWithBearerToken',
      'bedrock-mantle:CallWithBearerToken',
      'aws-external-anthropic:CallWithBearerToken',
    ],
  },
  {
    sid: 'NoClaudePlatform',
    reason:
      'It is run by Anthropic and not by AWS, whose agreement does not cover it, under a name that begins with AWS.',
    actions: ['aws-external-anthropic:*'],
  },
  {
    sid: 'NoSystemTools',
    reason:
      'What a model looks up by a tool of AWS, such as web search, leaves the network as a question to the internet.',
    actions: ['bedrock-websearch:*', 'bedrock:InvokeTool'],
  },
];

/** Doors that change what the account or the organization has agreed on. */
export const GOVERNANCE_DOORS: readonly DeniedDoor[] = [
  {
    sid: 'NoKeyMaking',
    reason: 'A long-term bearer key belongs to an IAM user made for it and works until somebody notices.',
    // taking a key out of use stays open: UpdateServiceSpecificCredential does that as well
    actions: ['iam:CreateServiceSpecificCredential', 'iam:ResetServiceSpecificCredential'],
    conditions: {
      StringEquals: {
        'iam:ServiceSpecificCredentialServiceName': [
          'bedrock.amazonaws.com',
          'aws-external-anthropic.amazonaws.com',
        ],
      },
    },
  },
  {
    sid: 'RetentionStaysNone',
    reason:
      'Under any other mode prompts may be kept, read by reviewers, or shared with whoever made the model.',
    actions: ['bedrock:PutAccountDataRetention'],
    conditions: { StringNotEquals: { 'bedrock:DataRetentionMode': 'none' } },
  },
  {
    sid: 'MantleRetentionStaysNone',
    reason: 'The other endpoint has its own mode, also for each project; one alone leaves the other open.',
    actions: [
      'bedrock-mantle:PutAccountDataRetention',
      'bedrock-mantle:CreateProject',
      'bedrock-mantle:UpdateProject',
    ],
    conditions: { StringNotEquals: { 'bedrock-mantle:DataRetentionMode': 'none' } },
  },
  {
    sid: 'NoUnapprovedWeights',
    reason:
      'A model that is imported, trained or copied is on no list: nobody looked at what it is and where it came from.',
    actions: [
      'bedrock:CreateCustomModel',
      'bedrock:CreateCustomModelDeployment',
      'bedrock:CreateModelCopyJob',
      'bedrock:CreateModelCustomizationJob',
      'bedrock:CreateModelImportJob',
      'bedrock:CreateProvisionedModelThroughput',
    ],
    exceptAdministrators: true,
  },
  {
    sid: 'NoUnapprovedOffers',
    reason:
      'Taking an offer accepts terms of a third party, and a marketplace endpoint runs what no agreement covers.',
    actions: [
      'bedrock:CreateFoundationModelAgreement',
      'bedrock:CreateMarketplaceModelEndpoint',
      'bedrock:PutFoundationModelEntitlement',
      'bedrock:PutUseCaseForModelAccess',
      'bedrock:RegisterMarketplaceModelEndpoint',
      'bedrock:UpdateMarketplaceModelEndpoint',
    ],
    exceptAdministrators: true,
  },
  {
    sid: 'NoSharingOutside',
    reason:
      'A share that may leave the organization can be given a model, trained on PHI, at any later time.',
    actions: ['ram:CreateResourceShare', 'ram:UpdateResourceShare'],
    conditions: { Bool: { 'ram:RequestedAllowsExternalPrincipals': 'true' } },
  },
  {
    sid: 'NothingIntoOpenShares',
    reason: 'A share that was open before this was denied must not get anything new.',
    actions: ['ram:AssociateResourceShare'],
    conditions: { Bool: { 'ram:AllowsExternalPrincipals': 'true' } },
  },
  {
    sid: 'NoOpenedResources',
    reason: 'The policy of a guardrail, a model or a knowledge base can let other accounts use it.',
    actions: ['bedrock:PutResourcePolicy', 'bedrock:DeleteResourcePolicy'],
    exceptAdministrators: true,
  },
  {
    sid: 'InvocationsStayLogged',
    reason:
      'Who changes where invocations are logged, or stops it, leaves no record of what models were asked.',
    actions: [
      'bedrock:DeleteModelInvocationLoggingConfiguration',
      'bedrock:PutModelInvocationLoggingConfiguration',
    ],
    exceptAdministrators: true,
  },
  {
    sid: 'GuardrailStaysEnforced',
    reason: 'The enforced guardrail is the only one that a caller cannot leave out.',
    actions: ['bedrock:DeleteEnforcedGuardrailConfiguration', 'bedrock:PutEnforcedGuardrailConfiguration'],
    exceptAdministrators: true,
  },
];

/** Calls that reach a model without `bedrock:GuardrailIdentifier`, by the name under which they may be approved. */
export const UNGUARDED_CALLS = {
  agents: {
    sid: 'NoAgents',
    reason:
      'An agent invokes models under its own role: the condition on the guardrail does not see its caller.',
    actions: ['bedrock:InvokeAgent', 'bedrock:InvokeInlineAgent'],
  },
  flows: {
    sid: 'NoFlows',
    reason:
      'A flow invokes models under its own role: the condition on the guardrail does not see its caller.',
    actions: ['bedrock:InvokeFlow', 'bedrock:StartFlowExecution'],
  },
  'knowledge-bases': {
    sid: 'NoGeneratedAnswers',
    reason:
      'The answer is written by a model that the caller names, and no guardrail can be demanded for it.',
    actions: ['bedrock:AgenticRetrieveStream', 'bedrock:GenerateQuery', 'bedrock:RetrieveAndGenerate'],
  },
  jobs: {
    sid: 'NoModelJobs',
    reason: 'A job sends many prompts under a service role, without a guardrail on any of them.',
    actions: [
      'bedrock:CreateAdvancedPromptOptimizationJob',
      'bedrock:CreateEvaluationJob',
      'bedrock:CreateModelInvocationJob',
      'bedrock:InvokeDataAutomation',
      'bedrock:InvokeDataAutomationAsync',
      'bedrock:OptimizePrompt',
    ],
  },
} as const satisfies Readonly<Record<string, DeniedDoor>>;

export type UnguardedCall = keyof typeof UNGUARDED_CALLS;
