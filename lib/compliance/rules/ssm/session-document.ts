import { Property } from '../../template/property';
import type { Json } from '../../template/json';
import type { Resource } from '../../template/resource';

/** Preferences of Session Manager in a document, which may be JSON text. Nothing for documents of another kind. */
export function sessionInputs(document: Resource): readonly Property[] {
  const type = document.property('DocumentType');
  const isSession = type.values.some(
    (value) => value.kind === 'unknown' || (value.kind === 'literal' && value.value === 'Session'),
  );
  if (!isSession) return [];
  const content = document.property('Content');
  return content.values.map((value) => {
    const body =
      value.kind === 'literal' && typeof value.value === 'string' ? parsed(value.value) : undefined;
    const written = body === undefined ? content : Property.of(content.path, body, document.template);
    return value.kind === 'literal' && body === undefined
      ? Property.of(content.path, value.value, document.template).at('inputs')
      : written.at('inputs');
  });
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
