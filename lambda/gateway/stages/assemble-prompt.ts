import { GatewayError } from '../gateway-error';

/**
 * A piece of what is sent: `approved` was read by somebody who answers for it, `given` came with the request, `document` was
 * written by nobody we know.
 */
export interface Piece {
  readonly origin: 'approved' | 'given' | 'document';
  readonly text: string;
}

const PLACEHOLDER = /\{\{([A-Za-z][\w.-]{0,63})\}\}/gu;

/** Names of the placeholders of a template, `{{name}}`, each once. */
export function placeholdersIn(template: string): ReadonlySet<string> {
  return new Set(Array.from(template.matchAll(PLACEHOLDER), ([, name = '']) => name));
}

/**
 * The template with the values in their places, each a piece of its own: a value is never read as a placeholder.
 *
 * @throws GatewayError FIELD_MISSING with the name of the placeholder
 */
export function fill(template: string, values: ReadonlyMap<string, unknown>): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: name = '' } of template.matchAll(PLACEHOLDER)) {
    if (!values.has(name)) throw new GatewayError('FIELD_MISSING', { field: `fields.${name}` });
    pieces.push({ origin: 'approved', text: template.slice(from, index) });
    pieces.push({ origin: 'given', text: asText(values.get(name)) });
    from = index + whole.length;
  }
  pieces.push({ origin: 'approved', text: template.slice(from) });
  return pieces.filter(({ text }) => text !== '');
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
