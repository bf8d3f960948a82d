import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { recordApprovals } from '../record-approvals';
import { GUARDRAIL_KEY, TAKES_NO_GUARDRAIL } from '../contract/guardrail';
import type { ApprovedModel } from './approved-model';
import { checkModels } from './check-models';
import { INVOKE_ACTIONS } from './invoke-actions';
import { applicationProfiles, foundationModelArns, HERE, partitionOf, profileArns } from './model-arns';
import { allowModels } from './model-statements';

export interface ModelAccessProps {
  /** The allow-list: what is not on it is invoked by nobody. */
  readonly models: readonly ApprovedModel[];
  /** Regions in which protected health information may be processed. */
  readonly allowedRegions: readonly string[];
  /**
   * The day approvals are judged against, `YYYY-MM-DD`. An input and not the clock, so that the same input gives the same
   * template; an app that has no better idea passes `new Date().toISOString().slice(0, 10)`.
   */
  readonly today: string;
}

/**
 * The models that may be invoked, as data that every policy is made from: those of callers, the `bedrock-runtime`
 * endpoint's, permissions boundaries and service control policies. It defines no resources; who approved what goes into the
 * metadata of the template, from where the evidence shows it.
 *
 * A model that keeps prompts is never approved for protected health information, a global inference profile for nothing,
 * and one of a geography only where each Region it may answer in is allowed. An approval that is past its review stops
 * synthesis. Supports 45 CFR 164.308(b)(1), 164.308(a)(8), 164.502(b) and 164.502(e).
 * @throws ConfigurationError `NoModels`, `ModelId`, `ModelTwice`, `ModelRegions`, `GlobalProfile`, `InferenceProfile`,
 * `DestinationRegions`, `ModelDataClasses`, `ModelRetention`, `ModelBaa`, `ModelApproval`, `ModelReview`, `AllowedRegions`,
 * `Today`
 */
export class ModelAccess extends Construct {
  readonly models: readonly ApprovedModel[];

  constructor(scope: Construct, id: string, props: ModelAccessProps) {
    super(scope, id);
    checkModels(this, props.models, props);
    this.models = [...props.models];
    recordApprovals(
      this,
      this.models.map(({ approval: { by, on, record }, inferenceProfile, ...model }) => ({
        kind: 'model',
        construct: this.node.path,
        modelId: model.modelId,
        regions: model.regions,
        ...(inferenceProfile ? { inferenceProfile: inferenceProfile.id } : {}),
        destinationRegions: inferenceProfile?.destinationRegions ?? [],
        dataClasses: model.dataClasses,
        retentionNeed: model.retentionNeed,
        baaEntry: model.baaEntry,
        reviewBy: model.reviewBy,
        by,
        on,
        record,
      })),
    );
  }

  /** The models whose prompts may hold a class of data. */
  approvedFor(dataClass: PromptClass): readonly ApprovedModel[] {
    return this.models.filter(({ dataClasses }) => dataClasses.includes(dataClass));
  }

  /**
   * ARNs of models and profiles, what `PrivateEndpoints` and `ModelInvocationRole` take as `modelArns`.
   * @param dataClass leaves out models that are not approved for it
   */
  arns(dataClass?: PromptClass): readonly string[] {
    const models = dataClass === undefined ? this.models : this.approvedFor(dataClass);
    return models.flatMap((model) => [...profileArns(model, HERE), ...foundationModelArns(model, HERE)]);
  }

  /**
   * What a caller is allowed: models by themselves, profiles, and the models behind a profile through it alone.
   * @param conditions must hold for each call, such as `aws:SourceVpce` and `bedrock:GuardrailIdentifier`; the latter is
   * not asked of models that take no guardrail
   */
  invokeStatements(
    dataClass: PromptClass,
    conditions: Readonly<Record<string, string>>,
  ): readonly iam.PolicyStatement[] {
    const models = this.approvedFor(dataClass);
    const { [GUARDRAIL_KEY]: _, ...others } = conditions;
    return [
      ...allowModels(
        models.filter(({ modelId }) => !TAKES_NO_GUARDRAIL.test(modelId)),
        HERE,
        conditions,
      ),
      // asked for a guardrail, every call to one of these would fail
      ...allowModels(
        models.filter(({ modelId }) => TAKES_NO_GUARDRAIL.test(modelId)),
        HERE,
        others,
        'WithoutGuardrail',
      ),
    ];
  }

  /**
   * Pattern of the application inference profiles of this account and Region, such as `UseCaseProfile` makes, for the `modelArns` of
   * `PrivateEndpoints`. It opens no model: Bedrock authorizes a call through one on the model behind it too, which is on the list or
   * is denied. It names none, as the endpoint is there before the use cases, and stays when one of them goes.
   */
  get applicationProfiles(): string {
    return applicationProfiles(HERE);
  }

  /**
   * Denies what is not approved for a class of data, for a permissions boundary or a role's own policy.
   * @param profileArns of application inference profiles, which pass: the models behind them are looked at as well
   */
  denyOthers(dataClass: PromptClass, profileArns: readonly string[] = []): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'NoOtherModel',
      effect: iam.Effect.DENY,
      actions: [...INVOKE_ACTIONS],
      notResources: [...this.arns(dataClass), ...profileArns],
    });
  }

  /**
   * The same for a service control policy, which is one text for many accounts: it holds no pseudo parameter, and profiles
   * of any account. Application inference profiles pass, because the models behind them are looked at as well.
   */
  organizationStatements(): readonly iam.PolicyStatement[] {
    const approved = this.models.flatMap((model) => {
      const everybody = { partition: partitionOf(model.regions[0] ?? ''), account: '*' };
      return [...profileArns(model, everybody), ...foundationModelArns(model, everybody)];
    });
    return [
      new iam.PolicyStatement({
        sid: 'ApprovedModelsOnly',
        effect: iam.Effect.DENY,
        actions: [...INVOKE_ACTIONS, 'bedrock:CreateInferenceProfile'],
        notResources: [...approved, 'arn:*:bedrock:*:*:application-inference-profile/*'],
      }),
      new iam.PolicyStatement({
        sid: 'NoGlobalProfile',
        effect: iam.Effect.DENY,
        actions: [...INVOKE_ACTIONS],
        resources: ['*'],
        conditions: {
          ArnLike: { 'bedrock:InferenceProfileArn': 'arn:*:bedrock:*:*:inference-profile/global.*' },
        },
      }),
    ];
  }
}
