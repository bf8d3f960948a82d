import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { RULES } from '../../lib/compliance/rules/registry';
import { WARNING_DAYS } from '../../lib/compliance/waivers/apply-waivers';
import { daysBetween } from '../../lib/compliance/waivers/days';
import { lintWaivers, nameOf } from '../../lib/compliance/waivers/lint-waivers';
import { parseWaivers, type WaiverFile } from '../../lib/compliance/waivers/parse-waivers';
import type { Waiver } from '../../lib/compliance/waivers/waiver';
import { asDay, oneOf, parsed } from './arguments';
import { readEvidence } from './evidence/read-evidence';
import { EXIT, UsageError, type ExitCode, type Io, type Verb } from './verb';

const ACTIONS = ['list', 'lint', 'expire-soon'] as const;
const USAGE = `usage: hipaa-ai waivers ${ACTIONS.join('|')} [FILE] [options]

FILE is the waiver file, config/waivers.yaml when none is given.

  list           every waiver with its last day, owner and approver
  lint           incomplete, expired, too long, duplicate, of rules that do not exist or cannot be waived; exits 1 if any
  expire-soon    those that end within --days, and those that ended; exits 1 if any

  --assembly DIR         lint: also those that waived nothing in the evidence of this cdk.out
  --days N               expire-soon: how many days ahead, default ${WARNING_DAYS}
  --as-of YYYY-MM-DD     default today (UTC)
  --format table|json
`;

/** A row of what is printed. */
interface Row extends Waiver {
  readonly daysLeft: number;
}

export const waivers: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        assembly: { type: 'string' },
        days: { type: 'string', default: String(WARNING_DAYS) },
        'as-of': { type: 'string' },
        format: { type: 'string', default: 'table' },
        help: { type: 'boolean', short: 'h' },
      },
    }),
  );
  if (values.help) {
    io.stdout.write(USAGE);
    return EXIT.fine;
  }
  const [given, name = 'config/waivers.yaml', ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new UsageError(`give one action and one file\n\n${USAGE}`);
  const action = ACTIONS.find((each) => each === given);
  if (!action) throw new UsageError(`no action '${given}'; give one of: ${ACTIONS.join(', ')}`);
  const format = oneOf('format', values.format, ['table', 'json']);
  const asOf = asDay(values['as-of']);
  const file = readFile(name);
  if (action === 'lint') {
    const unused = values.assembly === undefined ? [] : unusedIn(values.assembly);
    return lint([...lintWaivers(file, RULES, asOf), ...unused], file, format, io);
  }
  const rows = file.waivers.map((waiver) => ({ ...waiver, daysLeft: daysBetween(asOf, waiver.expires) }));
  for (const problem of file.problems) io.stderr.write(`hipaa-ai: ${name}: ${problem}\n`);
  const shown = action === 'list' ? rows : rows.filter(({ daysLeft }) => daysLeft <= daysOf(values.days));
  io.stdout.write(format === 'json' ? `${JSON.stringify(shown, undefined, 2)}\n` : table(shown));
  // a row that cannot be read may be about to end as well
  return file.problems.length > 0 || (action === 'expire-soon' && shown.length > 0)
    ? EXIT.findings
    : EXIT.fine;
};

function readFile(name: string): WaiverFile {
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${name}; give the waiver file`);
  }
  return parseWaivers(text, name);
}

/** One line for each waiver that waived nothing when the assembly was judged. */
function unusedIn(assembly: string): readonly string[] {
  return readEvidence(assembly)
    .waivers.filter(({ status }) => status === 'unused' || status === 'refused')
    .map((waiver) => `${nameOf(waiver)}: ${waiver.status} in ${assembly}; delete it or correct its resource`);
}

function daysOf(given: string): number {
  if (!/^\d{1,4}$/u.test(given)) throw new UsageError(`--days is '${given}'; give a number of days`);
  return Number(given);
}

function lint(problems: readonly string[], file: WaiverFile, format: 'table' | 'json', io: Io): ExitCode {
  const summary = { file: file.path, sha256: file.sha256, waivers: file.waivers.length, problems };
  if (format === 'json') io.stdout.write(`${JSON.stringify(summary, undefined, 2)}\n`);
  else {
    for (const problem of problems) io.stdout.write(`${problem}\n`);
    io.stdout.write(`${file.waivers.length} waivers, ${problems.length} problems; SHA-256 ${file.sha256}\n`);
  }
  return problems.length === 0 ? EXIT.fine : EXIT.findings;
}

function table(rows: readonly Row[]): string {
  const lines = [...rows]
    .sort((a, b) => a.daysLeft - b.daysLeft)
    .map((row) => {
      const left = row.daysLeft < 0 ? 'expired' : `${row.daysLeft} days`;
      return `${row.expires}  ${left.padStart(9)}  ${nameOf(row)}\n            ${row.ticket}, owner ${row.owner}, approved by ${row.approver}\n`;
    });
  return `${lines.join('')}${rows.length} waivers\n`;
}
