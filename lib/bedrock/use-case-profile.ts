import { aws_bedrock as bedrock, aws_iam as iam, Stack, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { TAGS } from '../contract/tags';
import { ConfigurationError } from '../errors';
import type { ApprovedModel } from './approved-model';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import { foundationModelArns, HERE, profileArns } from './model-arns';
import { modelInStack } from './model-in-stack';
import { allowModelThrough } from './model-statements';

/** Source: Bedrock API reference, CreateInferenceProfile; without the spaces it also takes. */
const USE_CASE = /^[a-z0-9](?:-?[a-z0-9]){0,63}$/u;
const LONGEST_NAME = 64;
const PROFILE_NAME = /^(?=.{1,64}$)[0-9a-zA-Z](?:[ _-]?[0-9a-zA-Z])*$/u;

export interface UseCaseProfileProps {
  /** What the model is asked for, such as `discharge-summaries`: 1 to 64 of a-z, 0-9 and single hyphens; nothing of a patient. */
  readonly useCase: string;
  readonly access: ModelAccess;
  /** One of the approved models. */
  readonly modelId: string;
  /** What the prompts of the use case may hold. */
  readonly dataClass: PromptClass;
  /**
   * Unique in the account and Region: 1 to 64 letters, digits and single `-`, `_` or blanks between them.
   * @default - the use case
   */
  readonly profileName?: string;
}

/**
 * An application inference profile: one use case, one approved model, with cost and records of its own. It is tagged with
 * the use case and the class of data. Supports 45 CFR 164.312(b) and 164.502(b).
 * @throws ConfigurationError `UseCase` and `UseCaseProfileName` that Bedrock would refuse; `UseCaseModel` that is not approved for the data;
 * `UseCaseRegion` of a stack whose Region is open or not one of the model's
 */
export class UseCaseProfile extends Construct {
  readonly profile: bedrock.CfnApplicationInferenceProfile;
  readonly model: ApprovedModel;

  constructor(scope: Construct, id: string, props: UseCaseProfileProps) {
    super(scope, id);
    const { useCase, dataClass, profileName = useCase } = props;
    if (!USE_CASE.test(useCase) || useCase.length > LONGEST_NAME)
      throw new ConfigurationError(
        this,
        'UseCase',
        `useCase is '${useCase}'; give 1 to ${LONGEST_NAME} of a-z, 0-9 and single hyphens`,
      );
    if (!PROFILE_NAME.test(profileName))
      throw new ConfigurationError(
        this,
        'UseCaseProfileName',
        `profileName is '${profileName}'; give 1 to ${LONGEST_NAME} letters and digits with single '-', '_' or blanks between`,
      );
    const model = modelInStack(this, props, { model: 'UseCaseModel', region: 'UseCaseRegion' });
    this.model = model;
    const here = { ...model, regions: [Stack.of(this).region] };
    const [source] = [...profileArns(here, HERE), ...foundationModelArns(here, HERE)];
    this.profile = new bedrock.CfnApplicationInferenceProfile(this, 'Resource', {
      inferenceProfileName: profileName,
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
    return [
      new iam.PolicyStatement({
        sid: 'InvokeUseCase',
        actions: [...INVOKE_ACTIONS],
        resources: [profile],
        conditions: { StringEquals: conditions },
      }),
      ...allowModelThrough(this.model, [profile], HERE, { conditions, sid: 'InvokeModelOfUseCase' }),
    ];
  }
}
