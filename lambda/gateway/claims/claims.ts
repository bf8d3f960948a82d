import type { Problem } from '../problem';

/** An answer that is sealed, and how to find it. */
export interface SealedReply {
  /** Request that made it. */
  readonly requestId: string;
  /** Key of the sealed reply in the body store. */
  readonly replyKey: string;
}

/** What is known of a request that was sent before. */
export type Claim =
  /** Nobody answers it: it is the caller's, until the lease ends. */
  | { readonly state: 'new' }
  /** Somebody else answers it now. */
  | { readonly state: 'running' }
  /** The model answered and its answer is sealed; whether there is a record is not known, and whoever made it is gone. */
  | { readonly state: 'unrecorded'; readonly sealed: SealedReply }
  | { readonly state: 'answered'; readonly sealed: SealedReply; readonly receipt: string }
  | { readonly state: 'refused'; readonly problem: Problem }
  /** The key was used for another request. */
  | { readonly state: 'other' };

/** One holder of a claim. */
export interface Lease {
  /** Digest of caller, use case and idempotency key. */
  readonly key: string;
  /** Digest of the request. */
  readonly request: string;
  /** Id of the request that holds it. */
  readonly holder: string;
  /** Milliseconds since 1970 from when on the holder is surely gone: the function has been ended. */
  readonly until: number;
}

/**
 * Sees to it that one request is answered once. Rules of the lease:
 * - While it runs nobody else may answer.
 * - A holder that died before its model's answer was sealed leaves a claim that the next one takes after the lease: the model may
 *   then be asked, and billed, a second time. Bedrock has no idempotency key, so nobody can know better.
 * - From `sealed` on the model is not asked again: who comes next records the sealed answer, and hands it out.
 * - A holder whose lease was taken learns it from `sealed` or `settle`, and hands out nothing.
 */
export interface Claims {
  begin(lease: Lease): Promise<Claim>;
  /** The model has answered and the reply is sealed. @returns false when the lease was lost */
  sealed(lease: Lease, reply: SealedReply): Promise<boolean>;
  /** The end, with its record. @returns false when the lease was lost */
  settle(lease: Lease, end: Extract<Claim, { state: 'answered' | 'refused' }>): Promise<boolean>;
  /** Nothing was decided: the same request may come again at once. */
  release(lease: Lease): Promise<void>;
}
