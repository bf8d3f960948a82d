import { Aws, aws_bedrock as bedrock, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ENFORCED_GUARDRAIL } from '../contract/account-settings';
import { TAKES_NO_GUARDRAIL } from '../contract/guardrail';
import { ConfigurationError } from '../errors';
import { AccountSetting, type AccountSettingPlace } from './account-setting';
import type { Approval } from './approved-model';
import { checkApproval } from './check-approval';
import type { PhiGuardrail } from './phi-guardrail';
import { secondInPlace } from './second-in-place';

/** Bedrock takes ids here, and no ARN or pattern. */
const ID = /^[a-z0-9.:-]+$/u;

export interface EnforcedGuardrailProps extends AccountSettingPlace {
  readonly guardrail: PhiGuardrail;
  /**
   * Who looked at every other caller of models in this account and Region, and found that it may use the guardrail and its
   * key, and can do with what it masks and stops. Nothing that runs here can see that.
   */
  readonly approval: Approval;
  /**
   * Ids of models that the account calls and that take no guardrail: models of embeddings and of reranking. Calls to them
   * fail unless they are named; no other model can be.
   * @default - none is left out
   */
  readonly exceptModels?: readonly string[];
  /**
   * Stops enforcing when this resource is deleted, or leaves the stack.
   * @default - it stays enforced, and guardrail and version stay with it
   */
  readonly removeOnDelete?: { readonly reason: string };
}

/**
 * A guardrail that Bedrock puts on every call to a model in the account and Region, whoever makes it and whatever guardrail
 * it names itself: all of every prompt, whatever a caller tags. Nobody is told; workloads of others in the account
 * are judged, pay, and fail when they may not use the guardrail. So nothing enforces one unless this construct is made.
 *
 * A preflight runs before CloudFormation enforces anything, and fails the deployment when something is enforced already, or
 * when the version is a draft, not there, not ready, or has automated reasoning. It writes nothing, and looks for drift from
 * then on. What it cannot see is in docs/guardrails.md. Supports 45 CFR 164.502(b) and 164.308(a)(5)(ii)(B).
 * Source: Bedrock user guide, "Apply cross-account safeguards with Amazon Bedrock Guardrails enforcements".
 * @throws ConfigurationError `EnforcedGuardrailTwice` in one account and Region; `EnforcedGuardrailApproval`;
 * `EnforcedGuardrailModels` that take a guardrail; `EnforcedGuardrailReason` that says nothing; `CheckEvery`
 */
export class EnforcedGuardrail extends Construct {
  readonly configuration: bedrock.CfnEnforcedGuardrailConfiguration;
  readonly preflight: AccountSetting;

  constructor(scope: Construct, id: string, props: EnforcedGuardrailProps) {
    super(scope, id);
    const { guardrail, approval, exceptModels = [], removeOnDelete, ...place } = props;
    this.#check(props);
    const excludedModels = [...new Set(exceptModels)].toSorted();
    const guardrailArn = guardrail.guardrail.attrGuardrailArn;
    const guardrailVersion = guardrail.version.attrVersion;
    this.preflight = new AccountSetting(this, 'Preflight', {
      ...place,
      resourceType: ENFORCED_GUARDRAIL.resourceType,
      bundle: 'enforced-guardrail',
      what: 'the enforced guardrail of the account',
      properties: {
        GuardrailArn: guardrailArn,
        GuardrailVersion: guardrailVersion,
        ...(excludedModels.length > 0 ? { ExcludedModels: excludedModels } : {}),
        Approval: { By: approval.by, On: approval.on, Record: approval.record },
        ...(removeOnDelete ? { RemoveOnDelete: { Reason: removeOnDelete.reason } } : {}),
      },
      statements: statements(guardrail),
    });
    const { guarding, allModels } = ENFORCED_GUARDRAIL;
    this.configuration = new bedrock.CfnEnforcedGuardrailConfiguration(this, 'Resource', {
      guardrailIdentifier: guardrailArn,
      guardrailVersion,
      selectiveContentGuarding: { messages: guarding, system: guarding },
      ...(excludedModels.length > 0
        ? { modelEnforcement: { includedModels: [allModels], excludedModels } }
        : {}),
    });
    this.configuration.node.addDependency(this.preflight.resource);
    if (removeOnDelete) {
      this.configuration.applyRemovalPolicy(RemovalPolicy.DESTROY);
    } else {
      // Bedrock deletes no guardrail that is enforced: it stays as well, or the stack could not go
      for (const kept of [this.configuration, guardrail.guardrail])
        kept.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    // nobody looks for what is not enforced yet
    const { rule, alarm } = this.preflight.watch;
    for (const each of [rule, alarm]) each.node.addDependency(this.configuration);
  }

  #check({ approval, exceptModels = [], removeOnDelete }: EnforcedGuardrailProps): void {
    const refuse = (code: string, message: string): never => {
      throw new ConfigurationError(this, code, message);
    };
    const other = secondInPlace(this, (each) => each instanceof EnforcedGuardrail);
    if (other)
      refuse(
        'EnforcedGuardrailTwice',
        `${other.node.path} enforces a guardrail in this account and Region; there is one configuration for each, so leave one out`,
      );
    checkApproval(this, 'EnforcedGuardrailApproval', 'the enforced guardrail', approval);
    const odd = exceptModels.find((model) => !ID.test(model) || !TAKES_NO_GUARDRAIL.test(model));
    if (odd !== undefined)
      refuse(
        'EnforcedGuardrailModels',
        `exceptModels holds '${odd}'; only models of embeddings or of reranking take no guardrail, such as amazon.titan-embed-text-v2:0`,
      );
    if (removeOnDelete?.reason.trim() === '')
      refuse('EnforcedGuardrailReason', 'reason is empty; say why nothing is enforced afterwards');
  }
}

/** The role reads, and can enforce nothing. */
function statements(guardrail: PhiGuardrail): readonly iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({
      sid: 'SeeWhatIsEnforced',
      actions: ['bedrock:ListEnforcedGuardrailsConfiguration'],
      // the call knows no resource
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': Aws.REGION } },
    }),
    new iam.PolicyStatement({
      sid: 'ReadTheGuardrail',
      actions: ['bedrock:GetGuardrail'],
      resources: [guardrail.guardrail.attrGuardrailArn],
    }),
    guardrail.openStatement(),
  ];
}
