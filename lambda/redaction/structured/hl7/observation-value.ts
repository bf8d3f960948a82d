import { isMeasurement, type Components, type FieldRedaction } from './field-redaction';
import type { FieldRule } from './segment-policy';

/** The rule of OBX-5 by OBX-2. */
const BY_TYPE = new Map<string, FieldRule>([
  ['TX', 'text'],
  ['FT', 'text'],
  ['ST', 'text'],
  ['CE', 'coded'],
  ['CWE', 'coded'],
  ['CNE', 'coded'],
  ['CF', 'coded'],
  ['IS', 'coded'],
  ['ID', 'coded'],
  ['DT', 'date'],
  ['TS', 'date'],
  ['DTM', 'date'],
  ['DR', 'date'],
  ['TM', 'keep'],
  ['XPN', 'name'],
  ['PN', 'name'],
  ['XCN', 'person'],
  ['CN', 'person'],
  ['XAD', 'address'],
  ['AD', 'address'],
  ['XTN', 'phone'],
  ['TN', 'phone'],
  ['CX', 'id'],
  ['CK', 'id'],
  ['EI', 'id'],
  ['XON', 'organization'],
  ['PL', 'location'],
]);
const NUMERIC = new Set(['NM', 'SN', 'MO', 'CP', 'CQ', 'NA', 'MA']);
const OPERATOR = /^(?:[<>=]{1,2}|<>|[-:/+.]|[A-Z]{3}|)$/;

/** An observation value: numbers stay, text goes through the engine, documents and pictures (ED, RP) are removed. */
export function redactObservation(components: Components, type: string, fields: FieldRedaction): Components {
  const rule = BY_TYPE.get(type);
  if (rule) return fields.redact(components, rule);
  if (NUMERIC.has(type) && components.every((text) => isMeasurement(text) || OPERATOR.test(text)))
    return components;
  if (type !== 'ED' && type !== 'RP') return fields.redact(components, 'strict');
  if (components.every((component) => component === '')) return components;
  const label = fields.redaction.field(
    { category: 'OTHER_ID', detector: 'hl7-document' },
    components.at(-1) ?? '',
  );
  return [label];
}
