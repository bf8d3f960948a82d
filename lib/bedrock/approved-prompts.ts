import { createHash } from 'node:crypto';
import {
  Aws,
  aws_bedrock as bedrock,
  aws_iam as iam,
  RemovalPolicy,
  Tags,
  type aws_kms as kms,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import type { ApprovedModel } from './approved-model';
import type { ApprovedPrompt, PromptReference } from './approved-prompt';
import { checkPrompts } from './check-prompts';
import type { ModelAccess } from './model-access';

export interface ApprovedPromptsProps {
  readonly access: ModelAccess;
  /** What the variables of the prompts may hold: they go to models approved for it and to no other. The texts hold none of it. */
  readonly dataClass: PromptClass;
  /** Encrypts the prompts; who reads them needs `kms:Decrypt` on it. */
  readonly encryptionKey: kms.IKey;
  readonly prompts: readonly ApprovedPrompt[];
}

/** Name of the one variant each prompt has. */
const VARIANT = 'approved';

/**
 * Prompts that somebody approved, each as a Bedrock prompt and a numbered version of it: a change of text, variables, model
 * or inference makes a new version, old ones stay, so that a record of last month still says what was asked.
 *
 * No condition key ties InvokeModel to a prompt. Whoever may call a model may tell it anything: that a call uses an approved
 * version is a control in the code of the gateway, which alone may call, and reads `references`. Evidence calls it that.
 * Supports 45 CFR 164.312(c)(1), 164.308(a)(8) and 164.316(b)(2)(iii).
 * @throws ConfigurationError `NoPrompts`, `PromptName`, `PromptTwice`, `PromptModel` that is not approved for the class,
 * `PromptText`, `PromptHoldsIdentifier`, `PromptVariables`, `PromptInference`, `PromptApproval`
 */
export class ApprovedPrompts extends Construct {
  /** In the order of `prompts`. */
  readonly references: readonly PromptReference[];
  readonly #key: kms.IKey;

  constructor(scope: Construct, id: string, props: ApprovedPromptsProps) {
    super(scope, id);
    const models = props.access.approvedFor(props.dataClass);
    checkPrompts(this, props.prompts, models);
    this.#key = props.encryptionKey;
    this.references = props.prompts.map((prompt) => this.#publish(prompt, calledAs(prompt, models)));
    Tags.of(this).add(TAGS.dataClass, 'NO_PHI' satisfies PromptClass, { priority: 200 });
  }

  /** The approved version of a prompt; `undefined` where there is none of the name. */
  reference(name: string): PromptReference | undefined {
    return this.references.find((each) => each.name === name);
  }

  /** Lets somebody read the approved versions, and no draft. It lets nobody call a model. */
  readStatements(): readonly iam.PolicyStatement[] {
    return [
      new iam.PolicyStatement({
        sid: 'ReadApprovedPrompts',
        actions: ['bedrock:GetPrompt', 'bedrock:RenderPrompt'],
        resources: this.references.map(({ arn }) => arn),
      }),
      new iam.PolicyStatement({
        sid: 'OpenApprovedPrompts',
        actions: ['kms:Decrypt'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `bedrock.${Aws.REGION}.amazonaws.com` } },
      }),
    ];
  }

  #publish(prompt: ApprovedPrompt, modelId: string): PromptReference {
    const { name, approval } = prompt;
    const digest = promptDigest(prompt, modelId);
    const { by, on, record } = approval;
    const resource = new bedrock.CfnPrompt(this, name, {
      name,
      description: `Approved on ${on}, ${record}`.slice(0, DESCRIPTION_LENGTH),
      customerEncryptionKeyArn: this.#key.keyArn,
      defaultVariant: VARIANT,
      variants: [variantOf(prompt, modelId)],
    });
    // not in a description: whoever reads prompts need not know who approved them
    resource.addMetadata('hipaa-ai:approval', { by, on, record });
    const version = new bedrock.CfnPromptVersion(this, `${name}Version${digest.slice(0, 12)}`, {
      promptArn: resource.attrArn,
      description: `Configuration ${digest.slice(0, 12)}`,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    return { name, id: resource.attrId, arn: version.attrArn, version: version.attrVersion, modelId, digest };
  }
}

/** Characters; source: CloudFormation template reference, AWS::Bedrock::Prompt. */
const DESCRIPTION_LENGTH = 200;

/** A model that has a profile is called through it and in no other way. */
function calledAs({ modelId }: ApprovedPrompt, models: readonly ApprovedModel[]): string {
  return models.find((model) => model.modelId === modelId)?.inferenceProfile?.id ?? modelId;
}

/** SHA-256, hexadecimal, over what a call with the prompt depends on, in an order of its own. */
export function promptDigest(prompt: ApprovedPrompt, modelId: string): string {
  const { text, system = null, variables = [], maxTokens = null, temperature = 0 } = prompt;
  const content = [text, system, variables.toSorted(), modelId, maxTokens, temperature];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function variantOf(prompt: ApprovedPrompt, modelId: string): bedrock.CfnPrompt.PromptVariantProperty {
  const { text, system, variables = [], maxTokens, temperature = 0 } = prompt;
  return {
    name: VARIANT,
    modelId,
    templateType: 'CHAT',
    templateConfiguration: {
      chat: {
        messages: [{ role: 'user', content: [{ text }] }],
        ...(system === undefined ? {} : { system: [{ text: system }] }),
        ...(variables.length > 0 ? { inputVariables: variables.map((name) => ({ name })) } : {}),
      },
    },
    inferenceConfiguration: {
      text: { temperature, ...(maxTokens === undefined ? {} : { maxTokens }) },
    },
  };
}
