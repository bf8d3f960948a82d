/** Claims and answers that wait are objects below it, in the bucket of bodies; a lifecycle rule of the bucket removes old ones. */
export const GATEWAY_STATE_PREFIX = 'state/';

/**
 * Where the task of an answer that waits leaves its token, below the state: `before`, id of the request, `after`. It is the name
 * that the store of the gateway gives to the first version of a value (lambda/gateway/store/s3-store.ts).
 */
export const TASK_TOKEN_OBJECT = { before: 'token:', after: '/999998' } as const;

/** What bodies are sealed for, as KMS sees it: each has readers of its own. */
export const BODY_PURPOSES = {
  /** Prompt as sent, and answer: for those who review exchanges. */
  body: 'gateway-body',
  /** What the gateway opens again, to answer a request that came twice. */
  reply: 'gateway-reply',
  /** What tokens stand for: for those who may turn them back later. */
  tokens: 'redaction-tokens',
} as const;

/** Prompts by `id:version`, a file of the gateway's bundle. */
export const PROMPT_FILE = 'prompts.json';

/** Use cases, a file of the gateway's bundle. */
export const USE_CASE_FILE = 'use-cases.json';
