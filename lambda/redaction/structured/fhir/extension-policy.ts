import type { DocumentRedaction } from '../document-redaction';

const NAMING =
  /(?:mothersMaidenName|own-name|own-prefix|partner-name|partner-prefix|fathers-family|mothers-family)$/;
const CODED = /\/us-core-(?:race|ethnicity|tribal-affiliation)$/;

/** `latitude` and `longitude` of the standard geolocation extension. */
export const COORDINATE_EXTENSION = /(?:^|[/-])(?:latitude|longitude)$/;

/**
 * The string of an extension by its url: a name, a text that repeats a code, or one of which nobody knows what it is.
 * @param outer the url of the extension around it
 */
export function extensionString(
  value: string,
  url: string,
  outer: string,
  redaction: DocumentRedaction,
): string {
  if (NAMING.test(url)) return redaction.field({ category: 'NAME', detector: 'fhir-extension' }, value);
  return CODED.test(outer) && url === 'text' ? redaction.text(value) : redaction.unknown(value);
}
