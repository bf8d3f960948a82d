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

/** Answers that wait. */
export interface Approvals {
  park(parked: ParkedAnswer): Promise<void>;
  find(requestId: string): Promise<ParkedState | undefined>;
  /** Decides, once. @returns false when somebody decided before */
  decide(requestId: string, decision: Decision): Promise<boolean>;
}

/**
 * The workflow that waits beside: a Step Functions execution with a task token. Its input and output are a `ParkedAnswer` and
 * a decision, so that its history and logs hold pointers alone.
 */
export interface ApprovalWorkflow {
  start(parked: ParkedAnswer): Promise<void>;
  finish(parked: ParkedAnswer, decision: Decision): Promise<void>;
}
