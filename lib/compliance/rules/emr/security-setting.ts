import { requireLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Json } from '../../template/json';
import { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

/** Documents of a security configuration; they may be written as JSON text. */
export function documentsOf(configuration: Resource): readonly Property[] {
  const written = configuration.property('SecurityConfiguration');
  return written.values.map((value) => {
    const body =
      value.kind === 'literal' && typeof value.value === 'string' ? parsed(value.value) : undefined;
    if (body !== undefined) return Property.of(written.path, body, configuration.template);
    return value.kind === 'literal'
      ? Property.of(written.path, value.value, configuration.template)
      : written;
  });
}

/** Requires a setting in every document that the configuration can be. */
export function requireSetting(
  configuration: Resource,
  path: string,
  is: (value: Json) => boolean,
  expectation: string,
): readonly Observation[] {
  return documentsOf(configuration).flatMap((document) => requireLiteral(document.at(path), is, expectation));
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
