import { aws_iam as iam } from 'aws-cdk-lib';
import { GUARDRAIL_KEY, TAKES_NO_GUARDRAIL } from '../contract/guardrail';
import { INVOKE_ACTIONS } from './invoke-actions';
import type { PhiGuardrail } from './phi-guardrail';

/** Conditions of an Allow under `StringEquals`. */
type Equal = Readonly<Record<string, string>>;

/**
 * The pair of statements that makes a call without the guardrail fail: an Allow that asks for its numbered version, and a
 * Deny of every other call, so that no policy added later opens what the Allow left out.
 *
 * Models of embeddings and of reranking take no guardrail: asked for one, every call to them would fail. They are told by
 * their ids, never by a setting, and what goes to them is closed by code (docs/guardrails.md).
 */
export class GuardedModels {
  readonly guarded: readonly string[];
  /** Models that take no guardrail. */
  readonly unguarded: readonly string[];
  readonly #condition: Equal;

  /** @param modelArns of foundation models and inference profiles */
  constructor(modelArns: readonly string[], guardrail: PhiGuardrail) {
    this.guarded = modelArns.filter((arn) => !TAKES_NO_GUARDRAIL.test(arn));
    this.unguarded = modelArns.filter((arn) => TAKES_NO_GUARDRAIL.test(arn));
    this.#condition = { [GUARDRAIL_KEY]: guardrail.identifier };
  }

  /** @param equal what else must hold of each call, such as `aws:SourceVpce` */
  allow(equal: Equal = {}): readonly iam.PolicyStatement[] {
    return [
      ...allow('InvokeApprovedModels', this.guarded, { ...equal, ...this.#condition }),
      ...allow('InvokeApprovedModelsWithoutGuardrail', this.unguarded, equal),
    ];
  }

  /** Denies every call without the guardrail, but those to models that take none. */
  denyWithout(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'NotWithoutTheGuardrail',
      effect: iam.Effect.DENY,
      actions: [...INVOKE_ACTIONS],
      ...(this.unguarded.length > 0 ? { notResources: [...this.unguarded] } : { resources: ['*'] }),
      conditions: { StringNotEquals: this.#condition },
    });
  }
}

function allow(sid: string, resources: readonly string[], equal: Equal): readonly iam.PolicyStatement[] {
  if (resources.length === 0) return [];
  return [
    new iam.PolicyStatement({
      sid,
      actions: [...INVOKE_ACTIONS],
      resources: [...resources],
      ...(Object.keys(equal).length > 0 ? { conditions: { StringEquals: equal } } : {}),
    }),
  ];
}
