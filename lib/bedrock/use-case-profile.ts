import { Aws, aws_bedrock as bedrock, aws_iam as iam, Stack, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import type { ApprovedModel } from './approved-model';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import { foundationModelArns, profileArns } from './model-arns';
import { modelInStack } from './model-in-stack';

/** Source: Bedrock API reference, CreateInferenceProfile; without the spaces it also takes. */
const USE_CASE = /^[a-z0-9](?:-?[a-z0-9]){0,63}$/u;
const LONGEST_NAME = 64;

export interface UseCaseProfileProps {
  /** What the model is asked for, such as `discharge-summaries`: 1 to 64 of a-z, 0-9 and single hyphens; nothing of a patient. */
  readonly useCase: string;
  readonly access: ModelAccess;
  /** One of the approved models. */
  readonly modelId: string;
  /** What the prompts of the use case may hold. */
  readonly dataClass: PromptClass;
}

/**
 * An application inference profile: one use case, one approved model, with cost and records of its own. It is tagged with
 * the use case and the class of data. Supports 45 CFR 164.312(b) and 164.502(b).
 * @throws ConfigurationError `UseCase` that Bedrock would refuse; `UseCaseModel` that is not approved for the data;
 * `UseCaseRegion` of a stack whose Region is open or not one of the model's
 */
export class UseCaseProfile extends Construct {
  readonly profile: bedrock.CfnApplicationInferenceProfile;
  private readonly model: ApprovedModel;

  constructor(scope: Construct, id: string, props: UseCaseProfileProps) {
    super(scope, id);
    const { useCase, dataClass } = props;
    if (!USE_CASE.test(useCase) || useCase.length > LONGEST_NAME)
      throw new ConfigurationError(
        this,
        'UseCase',
        `useCase is '${useCase}'; give 1 to ${LONGEST_NAME} of a-z, 0-9 and single hyphens`,
      );
    const model = modelInStack(this, props, { model: 'UseCaseModel', region: 'UseCaseRegion' });
    this.model = model;
    const here = { ...model, regions: [Stack.of(this).region] };
    const whose = { partition: Aws.PARTITION, account: Aws.ACCOUNT_ID };
    const [source] = [...profileArns(here, whose), ...foundationModelArns(here, whose)];
    this.profile = new bedrock.CfnApplicationInferenceProfile(this, 'Resource', {
      inferenceProfileName: useCase,
      ...(source === undefined ? {} : { modelSource: { copyFrom: source } }),
    });
    Tags.of(this.profile).add(TAGS.useCase, useCase);
    Tags.of(this.profile).add(TAGS.dataClass, dataClass);
  }

  /**
   * What a caller is allowed: this profile, and the model behind it through this profile alone.
   * @param conditions must hold for each call, such as `aws:SourceVpce` and `bedrock:GuardrailIdentifier`
   */
  invokeStatements(conditions: Readonly<Record<string, string>>): readonly iam.PolicyStatement[] {
    const profile = this.profile.attrInferenceProfileArn;
    const whose = { partition: Aws.PARTITION, account: Aws.ACCOUNT_ID };
    return [
      new iam.PolicyStatement({
        sid: 'InvokeUseCase',
        actions: [...INVOKE_ACTIONS],
        resources: [profile],
        conditions: { StringEquals: conditions },
      }),
      new iam.PolicyStatement({
        sid: 'InvokeModelOfUseCase',
        actions: [...INVOKE_ACTIONS],
        resources: [...foundationModelArns(this.model, whose)],
        conditions: { StringEquals: { ...conditions, 'bedrock:InferenceProfileArn': profile } },
      }),
    ];
  }
}
