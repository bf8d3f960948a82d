import type { Cause, Cell, Door, GuardrailUse } from './access-matrix';

/** Words for readers of the matrix. */
export const DOOR_WORDS: Readonly<Record<Door, string>> = {
  runtime: 'bedrock-runtime: InvokeModel, Converse',
  batch: 'a batch job',
  agent: 'an agent',
  flow: 'a flow',
  'knowledge-base': 'RetrieveAndGenerate',
  bearer: 'a bearer key',
  mantle: 'bedrock-mantle',
};

const LAYER_WORDS: Readonly<Record<Cause['layer'], string>> = {
  identity: 'identity policy',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  endpoint: 'endpoint policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  key: 'key policy',
};

const GUARDRAIL_WORDS: Readonly<Record<GuardrailUse, string>> = {
  numbered: 'with the numbered guardrail',
  other: 'with another guardrail',
  none: 'without a guardrail',
};

export function guardrailWords(uses: readonly GuardrailUse[]): string {
  if (uses.length === 0) return 'no guardrail can be named';
  if (uses.includes('none') && uses.includes('other')) return 'with any guardrail or none';
  return uses.map((use) => GUARDRAIL_WORDS[use]).join(' or ');
}

/** `Deny NoOtherModel in the identity policy`. */
export function causeWords({ layer, sid, needs }: Cause, verdict: Cell['verdict']): string {
  const besides = needs === undefined ? '' : ` (needs ${needs})`;
  if (sid === undefined && verdict === 'unknown') return `the ${LAYER_WORDS[layer]} leaves it open${besides}`;
  if (sid === undefined) return `nothing in the ${LAYER_WORDS[layer]} allows it${besides}`;
  return `${verdict === 'denied' ? 'Deny ' : ''}${sid} in the ${LAYER_WORDS[layer]}${besides}`;
}
