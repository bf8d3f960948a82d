import { gunzipSync, gzipSync } from 'node:zlib';
import type { Counts } from '../redaction/category';
import type { Redactor } from '../redaction/redactor';
import { isJson } from '../redaction/structured/json/json-in-text';
import { createJsonRedactor } from '../redaction/structured/json/json-redactor';

/** Bytes a compressed record may unfold to: CloudWatch Logs never packs more, and a bomb would. */
const MOST_UNPACKED = 16 * 1024 * 1024;

export interface RedactedRecord {
  /** `undefined` for a record that carries no data, such as the test message of a subscription. */
  readonly data: Uint8Array | undefined;
  readonly counts: Counts;
}

/**
 * One record without its identifiers: text in UTF-8, or what a CloudWatch Logs subscription sends, compressed as it came.
 * @throws any error when it is neither; the caller keeps what it says to itself
 */
export function redactRecord(data: Uint8Array, redactor: Redactor): RedactedRecord {
  if (!isGzip(data)) {
    const text = textOf(data);
    const redaction = isJson(text) ? createJsonRedactor({ redactor }).redact(text) : redactor.redact(text);
    return { data: Buffer.from(redaction.text), counts: redaction.counts };
  }
  const logs = JSON.parse(textOf(gunzipSync(data, { maxOutputLength: MOST_UNPACKED }))) as unknown;
  if (!isRecord(logs)) throw new TypeError('no log data');
  if (logs['messageType'] === 'CONTROL_MESSAGE') return { data: undefined, counts: {} };
  if (logs['messageType'] !== 'DATA_MESSAGE') throw new TypeError('no log data');
  return redactLogs(logs, redactor);
}

/** Names of groups and streams are chosen by people, so they are read like messages; numbers of the service's making stay. */
function redactLogs(logs: Record<string, unknown>, redactor: Redactor): RedactedRecord {
  const { messageType, owner, logEvents, ...names } = logs;
  if (!Array.isArray(logEvents) || !logEvents.every(isLogEvent) || !isNumber(owner, 12)) {
    throw new TypeError('no log data');
  }
  const texts = logEvents.map(({ id: _id, timestamp: _timestamp, ...rest }) => rest);
  const { value, counts } = createJsonRedactor({ redactor }).redactValue({ ...names, texts });
  const { texts: clean, ...rest } = value as { readonly texts: readonly object[] };
  const events = logEvents.map(({ id, timestamp }, index) => ({ id, timestamp, ...clean[index] }));
  const redacted = { messageType, owner, ...rest, logEvents: events };
  return { data: gzipSync(JSON.stringify(redacted)), counts };
}

interface LogEvent {
  readonly id: string;
  readonly timestamp: number;
}

function isLogEvent(event: unknown): event is LogEvent {
  return isRecord(event) && isNumber(event['id'], 56) && Number.isSafeInteger(event['timestamp']);
}

function isNumber(value: unknown, digits: number): boolean {
  return typeof value === 'string' && value.length === digits && /^\d+$/u.test(value);
}

function isGzip(data: Uint8Array): boolean {
  return data[0] === 0x1f && data[1] === 0x8b;
}

function textOf(data: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
  if (text.includes('\0')) throw new TypeError('no text');
  return text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
