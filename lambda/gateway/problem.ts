import type { Stage } from './stage';

interface ProblemKind {
  readonly status: number;
  readonly stage: Stage;
  /** Said to callers as it stands: nothing of a request is ever in it. */
  readonly title: string;
  /** The same request may succeed later: nothing was decided about it, and its idempotency key is free again. */
  readonly retryable?: true;
}

/** Every way a request is refused. */
export const PROBLEMS = {
  DOOR_UNKNOWN: { status: 401, stage: 'authenticate', title: 'The call did not come through a known door.' },
  UNAUTHENTICATED: { status: 401, stage: 'authenticate', title: 'The door does not say who calls.' },
  SECOND_FACTOR_MISSING: {
    status: 403,
    stage: 'authenticate',
    title: 'A person must sign in with a second factor.',
  },
  BODY_TOO_LARGE: { status: 413, stage: 'request', title: 'The body is larger than allowed.' },
  BODY_NOT_JSON: { status: 400, stage: 'request', title: 'The body is no JSON in UTF-8.' },
  REQUEST_INVALID: { status: 400, stage: 'request', title: 'A field of the request is missing or odd.' },
  IDENTIFYING_ID: {
    status: 400,
    stage: 'request',
    title: 'A field that is kept in clear reads like an identifier of a person.',
  },
  USE_CASE_REFUSED: {
    status: 403,
    stage: 'authorize',
    title: 'There is no such use case, or not for this caller.',
  },
  PURPOSE_REFUSED: { status: 403, stage: 'authorize', title: 'The use case is not for this purpose.' },
  BASIS_MISSING: {
    status: 400,
    stage: 'authorize',
    title: 'This purpose needs the waiver, authorization or order it rests on.',
  },
  MODEL_REFUSED: { status: 403, stage: 'authorize', title: 'The use case does not list this model.' },
  FREE_TEXT_REFUSED: { status: 403, stage: 'authorize', title: 'The use case takes approved prompts only.' },
  STREAM_REFUSED: {
    status: 400,
    stage: 'authorize',
    title: 'This use case decides on whole answers; ask without stream.',
  },
  REIDENTIFICATION_REFUSED: {
    status: 403,
    stage: 'authorize',
    title: 'This caller may not have identifiers put back.',
  },
  INPUT_TOO_LONG: {
    status: 413,
    stage: 'authorize',
    title: 'The texts of the request are longer than allowed.',
  },
  CLAIMS_UNAVAILABLE: {
    status: 503,
    stage: 'claim',
    title: 'It cannot be told whether this request ran before.',
    retryable: true,
  },
  REQUEST_RUNNING: {
    status: 409,
    stage: 'claim',
    title: 'The same request is being answered.',
    retryable: true,
  },
  KEY_REUSED: { status: 422, stage: 'claim', title: 'The idempotency key belongs to another request.' },
  FULL_RECORD_REFUSED: {
    status: 403,
    stage: 'minimum-necessary',
    title: 'The full record needs a justification that the use case lists.',
  },
  PROMPT_REFUSED: {
    status: 403,
    stage: 'prompt',
    title: 'The use case does not list this version of a prompt.',
  },
  PROMPT_UNAVAILABLE: {
    status: 503,
    stage: 'prompt',
    title: 'The prompt could not be read.',
    retryable: true,
  },
  PROMPT_CHANGED: { status: 500, stage: 'prompt', title: 'The prompt is not the text that was approved.' },
  FIELD_MISSING: { status: 400, stage: 'prompt', title: 'The prompt needs a field that was not sent.' },
  CONTENT_REFUSED: {
    status: 422,
    stage: 'redact',
    title: 'Content that cannot be redacted is not passed on.',
  },
  REDACTION_FAILED: { status: 500, stage: 'redact', title: 'Redaction failed; nothing was passed on.' },
  INJECTION_SUSPECTED: {
    status: 422,
    stage: 'screen',
    title: 'An untrusted document reads like instructions to the model.',
  },
  GUARDRAIL_BLOCKED: { status: 422, stage: 'guardrail', title: 'The guardrail blocked the exchange.' },
  GUARDRAIL_UNAVAILABLE: {
    status: 503,
    stage: 'guardrail',
    title: 'The guardrail did not answer.',
    retryable: true,
  },
  MODEL_THROTTLED: { status: 429, stage: 'model', title: 'The model is busy.', retryable: true },
  MODEL_TIMED_OUT: {
    status: 504,
    stage: 'model',
    title: 'The model did not answer in time.',
    retryable: true,
  },
  MODEL_FAILED: { status: 502, stage: 'model', title: 'The model did not answer.', retryable: true },
  MODEL_REJECTED: { status: 502, stage: 'model', title: 'The model service refused the call.' },
  TOOL_REFUSED: { status: 502, stage: 'model', title: 'The model asked for a tool that it does not have.' },
  OUTPUT_UNREADABLE: { status: 502, stage: 'output', title: 'The answer holds content that is not text.' },
  IDENTIFIER_LEAKED: {
    status: 502,
    stage: 'output',
    title: 'The answer holds an identifier that was not sent to the model.',
  },
  ENTROPY_EXCEEDED: { status: 502, stage: 'output', title: 'The answer reads like encoded data.' },
  OUTPUT_TOO_LONG: { status: 502, stage: 'output', title: 'The answer is longer than allowed.' },
  GROUNDING_TOO_LOW: {
    status: 502,
    stage: 'output',
    title: 'The answer is not grounded well enough in what was sent.',
  },
  STREAM_ABANDONED: { status: 499, stage: 'output', title: 'The caller went away before the answer ended.' },
  OVERSIGHT_UNAVAILABLE: {
    status: 503,
    stage: 'oversight',
    title: 'The answer could not be put before a person.',
    retryable: true,
  },
  APPROVAL_UNKNOWN: { status: 404, stage: 'oversight', title: 'No answer waits under this id.' },
  APPROVER_REFUSED: {
    status: 403,
    stage: 'oversight',
    title: 'Another person decides, one that the use case lists.',
  },
  APPROVAL_DECIDED: { status: 409, stage: 'oversight', title: 'The answer was decided on before.' },
  APPROVAL_EXPIRED: { status: 410, stage: 'oversight', title: 'Nobody decided on the answer in time.' },
  ANSWER_REJECTED: { status: 403, stage: 'oversight', title: 'A person rejected the answer.' },
  SEALING_FAILED: {
    status: 503,
    stage: 'seal',
    title: 'The exchange could not be sealed; nothing leaves.',
    retryable: true,
  },
  LEDGER_UNAVAILABLE: {
    status: 503,
    stage: 'ledger',
    title: 'No record could be written; nothing leaves.',
    retryable: true,
  },
  INTERNAL: { status: 500, stage: 'request', title: 'The gateway failed; nothing leaves.' },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Media type of a problem: RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457, with the code, the stage and the name of a field; never a value. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly stage: Stage;
  /** Names of the request schema, joined by dots; a name that the caller made up is not repeated. */
  readonly field?: string;
  readonly instance: string;
  /** Of the record of the refusal, where one was written. */
  readonly receipt?: string;
}

export function kindOf(code: ProblemCode): ProblemKind {
  return PROBLEMS[code];
}
