import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { type ErrorObject } from 'ajv';

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => URL.canParse(text, 'https://example.org/'),
  'date-time': (text) => !Number.isNaN(Date.parse(text)),
  email: (text) => text.includes('@'),
  base64: (text) => /^[A-Za-z0-9+/]*={0,2}$/u.test(text),
};

/** A validator of a schema in test/fixtures/schemas; it gives what is wrong, and nothing when nothing is. */
export function publishedSchema(name: string): (document: unknown) => readonly ErrorObject[] {
  const file = path.resolve(__dirname, '..', 'fixtures', 'schemas', name);
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    // SARIF's patterns are no Unicode patterns, OSCAL's are
    unicodeRegExp: !name.startsWith('sarif'),
    formats: FORMATS,
  });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  return (document) => (validate(document) ? [] : (validate.errors ?? []));
}
