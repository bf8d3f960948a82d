import { aws_iam as iam, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PromptClass } from '../contract/data-class';
import { GUARDRAIL_KEY } from '../contract/guardrail';
import { CLOSED_DOORS, UNGUARDED_CALLS } from './doors';
import { GuardedModels } from './guarded-models';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { ModelAccess } from './model-access';
import type { PhiGuardrail } from './phi-guardrail';
import type { UseCaseProfiles } from './use-case-profiles';

/** Neither what is closed to everybody, nor what would go past the guardrail this role is bound to. */
const OTHER_DOORS = [...CLOSED_DOORS, ...Object.values(UNGUARDED_CALLS)].flatMap(({ actions }) => actions);

export interface ModelInvocationRoleProps {
  /** Who may take the role. */
  readonly assumedBy: iam.IPrincipal;
  readonly access: ModelAccess;
  /** What its prompts may hold: it reaches the models approved for it and no other. */
  readonly dataClass: PromptClass;
  readonly guardrail: PhiGuardrail;
  /** The `bedrock-runtime` interface endpoint. */
  readonly endpoint: ec2.IVpcEndpoint;
}

/**
 * A role that can call approved models only, only through the private endpoint, and only with the numbered guardrail.
 * What it may do is allowed under those conditions; what it must never do is denied as well, so that a policy added
 * later cannot widen it. Supports 45 CFR 164.312(a)(1), 164.502(b) and 164.308(a)(4)(ii)(B).
 */
export class ModelInvocationRole extends Construct {
  readonly role: iam.Role;
  /** All that the role may do and must never do, for a role that something else makes. */
  readonly statements: readonly iam.PolicyStatement[];
  readonly #props: ModelInvocationRoleProps;
  readonly #conditions: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: ModelInvocationRoleProps) {
    super(scope, id);
    const { access, dataClass, guardrail, endpoint } = props;
    this.#props = props;
    this.#conditions = {
      'aws:SourceVpce': endpoint.vpcEndpointId,
      [GUARDRAIL_KEY]: guardrail.identifier,
    };
    this.role = new iam.Role(this, 'Resource', {
      assumedBy: props.assumedBy,
      description: 'Invokes approved models, through the private endpoint, with the guardrail',
    });
    this.statements = this.#statements(access.invokeStatements(dataClass, this.#conditions), []);
    new iam.ManagedPolicy(this, 'Permissions', { roles: [this.role], statements: [...this.statements] });
  }

  /**
   * The same for a role that calls models through the application profiles of its use cases and in no other way: what it costs and what
   * CloudTrail says of it is told by use case.
   */
  statementsThrough(profiles: UseCaseProfiles): readonly iam.PolicyStatement[] {
    const arns = Object.values(profiles.arns).flat();
    return this.#statements(profiles.invokeStatements(this.#conditions), arns);
  }

  #statements(
    allowed: readonly iam.PolicyStatement[],
    profileArns: readonly string[],
  ): readonly iam.PolicyStatement[] {
    const { access, dataClass, guardrail, endpoint } = this.#props;
    const throughEndpoint = { 'aws:SourceVpce': endpoint.vpcEndpointId };
    const models = new GuardedModels(access.arns(dataClass), guardrail);
    return [
      ...allowed,
      ...guardrail.applyStatements(),
      access.denyOthers(dataClass, profileArns),
      deny('NotAroundTheEndpoint', INVOKE_ACTIONS, throughEndpoint),
      // Bedrock applies the guardrail of an invocation itself: whether that check carries the endpoint is documented
      // nowhere, and a call made by an AWS service is not the caller's way around
      deny('NoGuardrailCallAroundTheEndpoint', ['bedrock:ApplyGuardrail'], throughEndpoint, {
        Bool: { 'aws:ViaAWSService': 'false' },
      }),
      models.denyWithout(),
      deny('NoOtherDoor', OTHER_DOORS),
    ];
  }
}

/**
 * @param unless conditions that must hold; a request that lacks the key altogether is denied too
 * @param when narrows the requests that are denied
 */
function deny(
  sid: string,
  actions: readonly string[],
  unless?: Readonly<Record<string, string>>,
  when: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    effect: iam.Effect.DENY,
    actions: [...actions],
    resources: ['*'],
    ...(unless ? { conditions: { StringNotEquals: unless, ...when } } : {}),
  });
}
