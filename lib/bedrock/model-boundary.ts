import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { GUARDRAIL_KEY } from '../contract/guardrail';
import type { DeniedDoors } from './denied-doors';
import { GuardedModels } from './guarded-models';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import { foundationModelArns, HERE } from './model-arns';
import type { PhiGuardrail } from './phi-guardrail';

export interface ModelBoundaryProps {
  readonly access: ModelAccess;
  /** What prompts of the bounded roles may hold: they reach the models approved for it and no other. */
  readonly dataClass: PromptClass;
  readonly guardrail: PhiGuardrail;
  readonly doors: DeniedDoors;
  /** What else its roles may do at most, such as writing logs: without it they can call models and nothing more. */
  readonly maximum: readonly iam.PolicyStatement[];
  /**
   * Lets its roles call the same models through application inference profiles of the account, such as those of `UseCaseProfile`;
   * which ones, their own policies say.
   * @default false
   */
  readonly applicationProfiles?: boolean;
}

/**
 * A permissions boundary for roles that others write policies for: whatever those say, a role under it reaches approved
 * models only, with the numbered guardrail only, and through no closed door. Never attach it as a policy: what it allows is
 * a limit, and would then be a grant. IAM takes 6,144 characters. Supports 45 CFR 164.308(a)(4)(ii)(B) and 164.502(b).
 */
export class ModelBoundary extends Construct {
  readonly policy: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, props: ModelBoundaryProps) {
    super(scope, id);
    const { access, dataClass, guardrail, doors, applicationProfiles = false } = props;
    const guarded = { [GUARDRAIL_KEY]: guardrail.identifier };
    const profiles = applicationProfiles ? [access.applicationProfiles] : [];
    const models = new GuardedModels(access.arns(dataClass), guardrail);
    this.policy = new iam.ManagedPolicy(this, 'Resource', {
      description: 'Permissions boundary: approved models, with the guardrail, through no other door',
      statements: [
        ...access.invokeStatements(dataClass, guarded),
        ...(applicationProfiles ? throughProfiles(access, dataClass, guarded) : []),
        new iam.PolicyStatement({
          sid: 'ApplyTheGuardrail',
          actions: ['bedrock:ApplyGuardrail'],
          resources: [...guardrail.applyArns],
        }),
        ...props.maximum,
        access.denyOthers(dataClass, profiles),
        models.denyWithout(),
        ...doors.statements(),
      ],
    });
  }

  /** Bounds every role and user at and below a construct. */
  boundAll(scope: IConstruct): void {
    iam.PermissionsBoundary.of(scope).apply(this.policy);
  }
}

/** Models that have a profile of Bedrock's are allowed through it alone otherwise. */
function throughProfiles(
  access: ModelAccess,
  dataClass: PromptClass,
  guarded: Readonly<Record<string, string>>,
): readonly iam.PolicyStatement[] {
  const profiles = access.applicationProfiles;
  const profiled = access.approvedFor(dataClass).filter(({ inferenceProfile }) => inferenceProfile);
  const allow = (sid: string, resources: readonly string[], through: object = {}) =>
    new iam.PolicyStatement({
      sid,
      actions: [...INVOKE_ACTIONS],
      resources: [...resources],
      conditions: { StringEquals: guarded, ...through },
    });
  return [
    allow('InvokeUseCases', [profiles]),
    ...(profiled.length === 0
      ? []
      : [
          allow(
            'InvokeModelsOfUseCases',
            profiled.flatMap((model) => foundationModelArns(model, HERE)),
            { ArnLike: { 'bedrock:InferenceProfileArn': profiles } },
          ),
        ]),
  ];
}
