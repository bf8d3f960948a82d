import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { StructuredError } from '../structured-error';
import { collectFromSegment } from './collect-known';
import { readDelimiters, type Delimiters } from './delimiters';
import { FieldRedaction } from './field-redaction';
import { redactObservation } from './observation-value';
import { ruleOf } from './segment-policy';

export interface Hl7Redactor {
  /**
   * One HL7 v2 message, or a batch or file of them, redacted with its delimiters, line ends and repetitions.
   * @throws StructuredError INVALID_HL7
   */
  readonly redact: (message: string) => StructuredRedaction;
}

export interface Hl7RedactorOptions extends StructuredRedactorOptions {
  /**
   * The year ages are reckoned to.
   * @default the year of the call, by UTC
   */
  readonly thisYear?: number;
}

const HEADER = /^(?:MSH|FHS|BHS)/;
const SEGMENT = /^[A-Z][A-Z0-9]{2}$/;
// a byte order mark and the start of an MLLP frame
const LEAD = /^[\ufeff\v]*/;
const FRAME_END = '\u001c';

export function createHl7Redactor(options: Hl7RedactorOptions): Hl7Redactor {
  return {
    redact(message) {
      const redaction = new DocumentRedaction(options);
      const thisYear = options.thisYear ?? new Date().getUTCFullYear();
      const [lead = ''] = LEAD.exec(message) ?? [];
      // even pieces are segments, odd ones the line ends between them
      const pieces = message.slice(lead.length).split(/(\r\n|\r|\n)/);
      const delimiters = delimitersOf(pieces);
      for (const [at, line] of pieces.entries()) {
        const signs = delimiters[at];
        if (signs && !HEADER.test(line)) collectFromSegment(line, signs, redaction.known);
      }
      const redacted = pieces.map((line, at) => {
        const signs = delimiters[at];
        return signs ? redactSegment(line, new FieldRedaction(redaction, signs, thisYear)) : line;
      });
      return { text: lead + redacted.join(''), counts: redaction.counts };
    },
  };
}

/** The delimiters each segment is written with: those of the header before it. Line ends and empty lines have none. */
function delimitersOf(pieces: readonly string[]): (Delimiters | undefined)[] {
  let current: Delimiters | undefined;
  return pieces.map((line, at) => {
    if (at % 2 === 1) return undefined;
    if (HEADER.test(line)) current = readDelimiters(line, at / 2 + 1);
    if (current === undefined) {
      throw new StructuredError(
        'INVALID_HL7',
        `line ${at / 2 + 1}: a message must start with MSH, a batch with FHS or BHS`,
      );
    }
    return line === '' || line === FRAME_END ? undefined : current;
  });
}

function redactSegment(line: string, fields: FieldRedaction): string {
  const { field, repetition, component } = fields.delimiters;
  const [name = '', ...values] = line.split(field);
  // a line that is no segment is text that lost its escapes
  if (!SEGMENT.test(name)) return fields.redaction.unknown(line);
  const header = HEADER.test(name);
  const type = name === 'OBX' ? (values[1] ?? '') : '';
  const redacted = values.map((value, at) => {
    // MSH-1 is the delimiter itself, so MSH-2 is the first value
    const number = header ? at + 2 : at + 1;
    if (value === '' || (header && number === 2)) return value;
    const rule = ruleOf(name, number);
    return value
      .split(repetition)
      .map((one) => {
        const components = one.split(component);
        return rule === 'observation'
          ? redactObservation(components, type, fields)
          : fields.redact(components, rule);
      })
      .map((components) => components.join(component))
      .join(repetition);
  });
  return [name, ...redacted].join(field);
}
