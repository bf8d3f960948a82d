import { aws_iam as iam } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { GUARDRAIL_KEY } from '../contract/guardrail';
import type { DeniedDoors } from './denied-doors';
import { GuardedModels } from './guarded-models';
import type { ModelAccess } from './model-access';
import type { PhiGuardrail } from './phi-guardrail';
import type { UseCaseProfiles } from './use-case-profiles';

export interface ModelBoundaryProps {
  readonly access: ModelAccess;
  /** What prompts of the bounded roles may hold: they reach the models approved for it and no other. */
  readonly dataClass: PromptClass;
  readonly guardrail: PhiGuardrail;
  readonly doors: DeniedDoors;
  /** What else its roles may do at most, such as writing logs: without it they can call models and nothing more. */
  readonly maximum: readonly iam.PolicyStatement[];
  /**
   * Application inference profiles through which its roles may call the same models as well; which of them, their own policies say.
   * @default - none
   */
  readonly profiles?: UseCaseProfiles;
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
    const { access, dataClass, guardrail, doors, profiles } = props;
    const guarded = { [GUARDRAIL_KEY]: guardrail.identifier };
    const models = new GuardedModels(access.arns(dataClass), guardrail);
    this.policy = new iam.ManagedPolicy(this, 'Resource', {
      description: 'Permissions boundary: approved models, with the guardrail, through no other door',
      statements: [
        ...access.invokeStatements(dataClass, guarded),
        ...(profiles?.invokeStatements(guarded) ?? []),
        new iam.PolicyStatement({
          sid: 'ApplyTheGuardrail',
          actions: ['bedrock:ApplyGuardrail'],
          resources: [...guardrail.applyArns],
        }),
        ...props.maximum,
        access.denyOthers(dataClass, Object.values(profiles?.arns ?? {}).flat()),
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
