/** Claims and answers that wait are objects below it, in the bucket of bodies; a lifecycle rule of the bucket removes old ones. */
export const GATEWAY_STATE_PREFIX = 'state/';

/** Prompts by `id:version`, a file of the gateway's bundle. */
export const PROMPT_FILE = 'prompts.json';

/** Use cases, a file of the gateway's bundle. */
export const USE_CASE_FILE = 'use-cases.json';
