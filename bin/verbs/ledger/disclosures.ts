import { parseArgs } from 'node:util';
import { isDay, yearsBefore } from '../../../lambda/ledger/calendar';
import { ACCOUNTED_YEARS, DisclosureAccounting } from '../../../lambda/ledger/disclosures';
import { createMac, type Mac } from '../../../lambda/ledger/mac';
import { verifyLedger } from '../../../lambda/ledger/verify/verify-ledger';
import { asDay, oneOf, parsed } from '../arguments';
import { readKeyFile } from '../envelope/key-file';
import { EXIT, UsageError, type Verb } from '../verb';
import { Counter } from './counter';
import { findingLine } from './finding-line';
import { KEY_OPTIONS, keysOf } from './key-flags';
import { ledgerAmong } from './ledger-folder';
import { RENDERERS } from './render-accounting';

interface Period {
  readonly since: string;
  readonly until: string;
  readonly requested: string;
}

export const disclosuresAction: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...KEY_OPTIONS,
        subject: { type: 'string' },
        'mac-key': { type: 'string', multiple: true },
        since: { type: 'string' },
        until: { type: 'string' },
        requested: { type: 'string' },
        unverified: { type: 'boolean', default: false },
        format: { type: 'string', default: 'table' },
      },
    }),
  );
  const render = RENDERERS[oneOf('format', values.format, ['table', 'csv', 'json'])];
  const { subject, unverified } = values;
  if (subject === undefined || subject === '')
    throw new UsageError('give --subject, the reference of the individual');
  const period = periodOf(values);
  const store = ledgerAmong(positionals);
  const keys = await keysOf(values);
  if (!keys && !unverified) {
    throw new UsageError(
      'give --public-key or --kms-key-id, so that signatures are checked, or --unverified',
    );
  }
  const accounting = new DisclosureAccounting({ ...period, subject, macs: macsOf(values['mac-key'] ?? []) });
  const counter = new Counter(io);
  const { findings } = await verifyLedger({
    store,
    ...(keys && { keys }),
    progress: counter.count,
    visit: (found) => accounting.add(found),
    report: (finding) => {
      if (unverified) return;
      counter.clear();
      io.stderr.write(findingLine(finding));
    },
  });
  counter.clear();
  if (findings > 0 && !unverified) {
    io.stderr.write(
      `no accounting: ${findings} findings say that the ledger is not whole; --unverified does without\n`,
    );
    return EXIT.findings;
  }
  const verification = unverified ? { checked: false, findings } : { checked: true, findings: 0 };
  io.stdout.write(render({ ...accounting.finish(), ...period, verification }));
  return EXIT.fine;
};

/** @throws UsageError no days, in a wrong order, or before what the law counts */
function periodOf(given: {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly requested?: string | undefined;
}): Period {
  const requested = given.requested ?? asDay(undefined);
  const { since, until = requested } = given;
  if (since === undefined) throw new UsageError('give --since, the first day of the period');
  for (const [name, day] of Object.entries({ since, until, requested })) {
    if (!isDay(day)) throw new UsageError(`--${name} is '${day}'; give a day as YYYY-MM-DD`);
  }
  if (until < since) throw new UsageError(`--until ${until} is before --since ${since}`);
  const first = yearsBefore(requested, ACCOUNTED_YEARS);
  if (since < first) {
    throw new UsageError(
      `--since ${since} is more than ${ACCOUNTED_YEARS} years before the request of ${requested}: the accounting begins ${first} at the earliest (45 CFR 164.528(a)(1))`,
    );
  }
  return { since, until, requested };
}

function macsOf(files: readonly string[]): readonly Mac[] {
  if (files.length === 0) throw new UsageError('give --mac-key, the key of the digests of the ledger');
  return files.map((file) => {
    const key = readKeyFile(file);
    try {
      return createMac(key);
    } finally {
      key.fill(0);
    }
  });
}
