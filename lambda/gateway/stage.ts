/** The steps of a request, in their order; a refusal names the one it happened at. */
export const STAGES = [
  'authenticate',
  'request',
  'authorize',
  'claim',
  'minimum-necessary',
  'prompt',
  'redact',
  'screen',
  'guardrail',
  'model',
  'output',
  'oversight',
  'seal',
  're-identify',
  'ledger',
] as const;

export type Stage = (typeof STAGES)[number];
