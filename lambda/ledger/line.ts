import type { z } from 'zod';
import { canonicalJson, isInOrder, type CanonicalValue } from './canonical-json';

const LINE_END = '\n';
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A value as it is stored: one line of canonical JSON. */
export function lineOf(value: CanonicalValue): string {
  return canonicalJson(value);
}

/** Lines as the bytes of an object. */
export function objectOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join(LINE_END)}${LINE_END}`);
}

/** The lines of an object; undefined: no UTF-8, or the last line has no end. */
export function linesOf(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const lines = decoder.decode(bytes).split(LINE_END);
    return lines.pop() === '' && lines.length > 0 ? lines : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A line as the value it stands for.
 *
 * @returns undefined: it is no JSON, is written in another than the one way, or has another shape
 */
export function valueOf<Value>(line: string, schema: z.ZodType<Value>): Value | undefined {
  const json = jsonOf(line);
  return json === undefined ? undefined : schema.safeParse(json).data;
}

/** What `type` a line has, before it is held against the shape of that type. */
export function typeOf(json: CanonicalValue): unknown {
  return typeof json === 'object' && json !== null && 'type' in json ? json['type'] : undefined;
}

/** Undefined: no JSON, or written in another than the one way. */
export function jsonOf(line: string): CanonicalValue | undefined {
  try {
    const json = JSON.parse(line) as CanonicalValue;
    const isCanonical = (isInOrder(json) && JSON.stringify(json) === line) || canonicalJson(json) === line;
    return isCanonical ? json : undefined;
  } catch {
    return undefined;
  }
}
