import type { Format } from './format';
import { linesOf, readRow, writeRow } from './row';

/** Each line is a text with an id, and is answered before the next is read. */
export const rows: Format = async function* ({ name, open }, pass) {
  for await (const line of linesOf(open())) {
    const row = readRow(line);
    if (typeof row === 'string') pass.leaveOut(`${name}, line ${line.number}: ${row}`);
    else if (row !== undefined) {
      const { id, subject, text } = row;
      yield writeRow(row, pass.redact(text, subject === undefined ? { record: id } : { subject }));
    }
    pass.done(line.bytes.length + 1);
  }
};
