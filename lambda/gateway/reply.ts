import type { Problem } from './problem';
import type { TokenCounts } from './model/model';

/** What leaves the gateway. Each but a refusal without a ledger has the receipt of its record. */
export type Reply =
  | ({ readonly kind: 'answered'; readonly receipt: string } & AnswerBody)
  | {
      readonly kind: 'parked';
      readonly requestId: string;
      readonly receipt: string;
      readonly expiresAt: string;
    }
  | { readonly kind: 'reviewed'; readonly requestId: string; readonly receipt: string; readonly text: string }
  | {
      readonly kind: 'decided';
      readonly requestId: string;
      readonly receipt: string;
      readonly decision: 'approved' | 'rejected';
      /** The decision stands, and the workflow beside has yet to hear of it: the same request once more tells it. */
      readonly workflow?: 'not-told';
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

export interface AnswerBody {
  readonly requestId: string;
  readonly text: string;
  readonly model: string;
  /** `length`: it was cut off at the most tokens of the use case. */
  readonly stop: 'end' | 'length';
  readonly tokens: TokenCounts;
  /** Whether identifiers were put back. */
  readonly reidentified: boolean;
}

/** HTTP status of a reply. */
export function statusOf(reply: Reply): number {
  if (reply.kind === 'refused') return reply.problem.status;
  return reply.kind === 'parked' ? 202 : 200;
}
