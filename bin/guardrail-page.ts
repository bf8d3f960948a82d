import { UNCOVERED_CALLS, type ClosedBy } from '../lib/bedrock/uncovered-calls';

const FROM = "<!-- what the condition does not cover: 'npm run docs' writes this table -->";
const TO = '<!-- end of the table -->';

/** docs/guardrails.md with the table of what the condition does not cover as the code has it. */
export function guardrailPage(page: string): string {
  const start = page.indexOf(FROM);
  const end = page.indexOf(TO);
  if (start < 0 || end < start) throw new Error('docs/guardrails.md has no marks around its table');
  const rows = UNCOVERED_CALLS.map(({ name, why, closedBy }) => `| ${name} | ${why} | ${closer(closedBy)} |`);
  const table = ['| what is not covered | why | closed by |', '|---|---|---|', ...rows].join('\n');
  return `${page.slice(0, start)}${FROM}\n\n${table}\n\n${page.slice(end)}`;
}

function closer(by: ClosedBy): string {
  return by.kind === 'denied'
    ? `a Deny: ${by.doors.map((sid) => `\`${sid}\``).join(', ')}`
    : `code, and no policy: ${by.control}`;
}
