import type { UseCaseManifest } from '../../lib/contract/use-case';
import { createRedactor, type Redactor } from '../redaction/redactor';
import { SealedBodies } from './bodies/sealed-bodies';
import { SYSTEM_CLOCK, type Clock } from './clock';
import type { GatewayProps } from './gateway-props';
import type { LeakPolicy } from './stages/inspect-output';
import { redactorOf } from './stages/redact-input';
import { DEFAULT_MAX_BODY_BYTES } from './request';

/** What every request needs: the parts given, and those made of them once. */
export interface Engine extends GatewayProps {
  readonly clock: Clock;
  readonly onLeak: LeakPolicy;
  readonly maxBodyBytes: number;
  readonly sealed: SealedBodies;
  /** Reads ids; of no use case. */
  readonly detector: Redactor;
  readonly redactorOf: (manifest: UseCaseManifest) => Redactor;
}

/** @throws Error a use case needs a part that was not given */
export function createEngine(props: GatewayProps): Engine {
  for (const { id, minimumGrounding, requiresHumanApproval } of props.useCases.values()) {
    if (minimumGrounding !== undefined && props.guardrail === undefined)
      throw new Error(`use case ${id} has a least score of grounding, which only a guardrail gives: set one`);
    if (requiresHumanApproval && props.approvals === undefined)
      throw new Error(`use case ${id} needs people to approve, and there is no place for answers to wait`);
  }
  // one for each way of redaction: most use cases share theirs
  const redactors = new Map<string, Redactor>();
  const shared = (manifest: UseCaseManifest): Redactor => {
    const way = JSON.stringify(manifest.redaction);
    const redactor = redactors.get(way) ?? redactorOf(manifest);
    redactors.set(way, redactor);
    return redactor;
  };
  for (const manifest of props.useCases.values()) shared(manifest);
  return {
    ...props,
    clock: props.clock ?? SYSTEM_CLOCK,
    onLeak: props.onLeak ?? 'mask',
    maxBodyBytes: props.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    sealed: new SealedBodies(props.bodies),
    detector: createRedactor(),
    redactorOf: shared,
  };
}
