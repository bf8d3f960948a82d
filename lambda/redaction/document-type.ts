/** Kinds of text that are read; anything else is refused. */
export type DocumentType = 'text' | 'json' | 'xml' | 'hl7v2' | 'csv' | 'tsv';

const BY_EXTENSION: Readonly<Record<string, DocumentType>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  xml: 'xml',
  hl7: 'hl7v2',
};

const BY_MEDIA_TYPE: Readonly<Record<string, DocumentType>> = {
  'text/plain': 'text',
  'text/markdown': 'text',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'application/fhir+json': 'json',
  'application/jsonl': 'json',
  'application/x-ndjson': 'json',
  'application/xml': 'xml',
  'application/fhir+xml': 'xml',
  'text/xml': 'xml',
  'x-application/hl7-v2+er7': 'hl7v2',
};

const EXTENSION = /\.([A-Za-z0-9]{1,8})$/u;

/** The extension of a key in small letters, without its dot, if it is one that is read. */
export function extensionOf(key: string): string | undefined {
  const extension = EXTENSION.exec(key)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_EXTENSION, extension) ? extension : undefined;
}

/** The media type without its parameters, if it is one that is read. */
export function mediaTypeOf(contentType: string | undefined): string | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(BY_MEDIA_TYPE, type) ? type : undefined;
}

/** What an object is: its extension decides, as uploads seldom set a type; the media type only where there is none. */
export function documentTypeOf(key: string, contentType: string | undefined): DocumentType | undefined {
  const extension = extensionOf(key);
  if (extension !== undefined) return BY_EXTENSION[extension];
  const type = mediaTypeOf(contentType);
  return type !== undefined && !EXTENSION.test(key) ? BY_MEDIA_TYPE[type] : undefined;
}
