/** An answer that waits for a person: ids and a time, nothing of what it says. */
export interface ParkedAnswer {
  readonly requestId: string;
  readonly useCase: string;
  readonly replyKey: string;
  /** Principal that asked, who may not decide. */
  readonly asker: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type Decision = 'approved' | 'rejected';

export interface ParkedState {
  readonly parked: ParkedAnswer;
  /** Undefined while nobody has decided. */
  readonly decision: Decision | undefined;
}

/**
 * What became of a decision. It stands in each case but `too-late`: somebody decided before. `not-told`: the workflow beside
 * waits on, until it is told by a repetition or its time ends.
 */
export type DecisionOutcome = 'told' | 'not-told' | 'too-late';

/** Answers that wait. */
export interface Approvals {
  /** Puts an answer before people, once. Where it rejects nobody may have heard of it, and it is to be repeated. */
  park(parked: ParkedAnswer): Promise<void>;
  find(requestId: string): Promise<ParkedState | undefined>;
  /** Decides, once. */
  decide(requestId: string, decision: Decision): Promise<DecisionOutcome>;
  /** Tells the workflow beside of a decision that it has not heard of. Never rejects: the decision stands without it. */
  reconcile(requestId: string): Promise<void>;
}

/**
 * The workflow that waits beside: a Step Functions execution with a task token. What it is told is the request, the use case,
 * a time and a decision, so that its history and logs hold pointers alone.
 */
export interface ApprovalWorkflow {
  /** Once for a request, however often it is called. */
  start(parked: ParkedAnswer): Promise<void>;
  /** @returns false where nothing can be told yet: the task has not left its token */
  finish(parked: ParkedAnswer, decision: Decision): Promise<boolean>;
}
