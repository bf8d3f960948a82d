/** Claims and answers that wait are objects below it, in the bucket of bodies; a lifecycle rule of the bucket removes old ones. */
export const GATEWAY_STATE_PREFIX = 'state/';

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
