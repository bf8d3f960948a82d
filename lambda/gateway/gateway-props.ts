import type { UseCaseManifest } from '../../lib/contract/use-case';
import type { Envelope } from '../envelope/envelope';
import type { LedgerEntry, LedgerWriter } from '../ledger/ledger-entry';
import type { LateMac } from '../ledger/mac';
import type { Approvals } from './approvals/approvals';
import type { BodyStore } from './bodies/body-store';
import type { Claims } from './claims/claims';
import type { Clock } from './clock';
import type { Guardrail } from './model/guardrail';
import type { GuardrailChoice, Model, ToolSpec } from './model/model';
import type { ProfileArns } from './model/profile-arns';
import type { Prompts } from './prompts/prompts';
import type { LeakPolicy } from './stages/inspect-output';

/** The tools of a use case. */
export interface ToolBox {
  readonly specs: readonly ToolSpec[];
  /** Input and result pass the filters of the gateway: a tool is given tokens, never what they stand for. */
  run(name: string, input: unknown, signal: AbortSignal): Promise<unknown>;
}

export interface GatewayProps {
  /** By id, as `readManifests` gives them. */
  readonly useCases: ReadonlyMap<string, UseCaseManifest>;
  readonly prompts: Prompts;
  readonly model: Model;
  /**
   * ARNs of application inference profiles by use case and model; each model of each use case has one. Records name the model.
   * @default - models are asked by their ids
   */
  readonly profiles?: ProfileArns;
  /** Region the model is called in, for the record. */
  readonly region: string;
  /** @default - no guardrail is asked; a use case with a least score of grounding is then refused at the start */
  readonly guardrail?: GuardrailChoice;
  /** @default - no use case has tools, and a model that asks for one is refused */
  readonly tools?: {
    readonly boxes: ReadonlyMap<string, ToolBox>;
    /** Asked about what goes into a tool and what comes out, neither of which Converse shows its guardrail. @default - none */
    readonly guardrail?: Guardrail;
  };
  readonly bodies: {
    readonly store: BodyStore;
    readonly envelope: Pick<Envelope, 'seal' | 'open'>;
  };
  readonly claims: Claims;
  /** @default - none; a use case that needs one is then refused at the start */
  readonly approvals?: Approvals;
  readonly ledger: LedgerWriter;
  readonly mac: LateMac;
  /** Told of every record, and of refusals whose record could not be written. Must not throw. */
  readonly observe?: (entry: LedgerEntry) => void;
  /** @default the system's */
  readonly clock?: Clock;
  /** @default 'mask' */
  readonly onLeak?: LeakPolicy;
  /** Most bytes of a body. @default 1 MiB */
  readonly maxBodyBytes?: number;
  /** Milliseconds for which an answer waits for a person. @default a day */
  readonly approvalTime?: number;
}

/** What belongs to one call. */
export interface Call {
  /** Milliseconds until the function is ended: `context.getRemainingTimeInMillis`. */
  readonly remaining: () => number;
}

export const DEFAULT_APPROVAL_TIME_MS = 86_400_000;
