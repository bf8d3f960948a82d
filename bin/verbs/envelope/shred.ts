import { parseArgs } from 'node:util';
import { printable } from '../../../lib/compliance/printable';
import type { ShredCertificate } from '../../../lambda/envelope/tenants/shred-certificate';
import { oneOf, parsed } from '../arguments';
import { EXIT, UsageError, type Verb } from '../verb';
import { CertificateFile } from './certificate-file';
import { jsonLine } from './json-line';
import { needingClients } from './missing-package';
import { STORE_FLAGS, storeOf } from './store-flags';
import { tenantAmong } from './tenant-argument';

/** May be repeated: what was interrupted is finished, and a certificate that is there already stays. */
export const shredTenant: Verb = async (argv, io) => {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...STORE_FLAGS,
        confirm: { type: 'string' },
        certificate: { type: 'string' },
        format: { type: 'string', default: 'text' },
      },
    }),
  );
  const format = oneOf('format', values.format, ['text', 'json']);
  const tenant = tenantAmong(positionals);
  if (values.confirm !== tenant) {
    throw new UsageError(
      'give --confirm TENANT, the id once more: every key of the tenant is deleted, and nothing sealed for it opens again',
    );
  }
  if (!values.certificate) {
    throw new UsageError('give --certificate FILE: what was deleted and when that is final goes there');
  }
  const file = new CertificateFile(values.certificate);
  file.requireUsable(tenant);
  const store = storeOf(values);
  const { tenantKeys } = await needingClients(() => import('./tenant-keys.js'));
  if (io.stderr.isTTY) {
    io.stderr.write(`deleting every key of ${printable(tenant)} in ${printable(store.tableName)}\n`);
  }
  const keys = tenantKeys(store, async (certificate) => {
    try {
      await file.keep(certificate);
    } catch (error) {
      // who asked the vault keeps its reason to itself
      if (error instanceof UsageError) io.stderr.write(`hipaa-ai: ${printable(error.message)}\n`);
      throw error;
    }
  });
  const certificate = await keys.shredTenant(tenant, { confirm: values.confirm });
  // a tenant that was shredded before: the vault is not asked again
  await file.keep(certificate);
  io.stdout.write(format === 'json' ? jsonLine(certificate) : said(certificate, file));
  return EXIT.fine;
};

function said(
  { tenant, deleted, finalAt, reservations }: ShredCertificate,
  { name }: CertificateFile,
): string {
  const final = finalAt === null ? 'not final while backups hold the keys' : `final at ${finalAt}`;
  return [
    `shredded ${tenant}: ${deleted.length} rows deleted, ${final}`,
    ...reservations.map((reservation) => `- ${reservation}`),
    `certificate: ${name}`,
  ]
    .map((line) => `${printable(line)}\n`)
    .join('');
}
