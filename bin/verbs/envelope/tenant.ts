import { parseArgs } from 'node:util';
import { printable } from '../../../lib/compliance/printable';
import type { TenantKeys } from '../../../lambda/envelope/tenants/tenant-keys';
import type { TenantStatus } from '../../../lambda/envelope/tenants/tenant-status';
import { oneOf, parsed } from '../arguments';
import { EXIT, type Verb } from '../verb';
import { jsonLine } from './json-line';
import { needingClients } from './missing-package';
import { STORE_FLAGS, storeOf } from './store-flags';
import { tenantAmong } from './tenant-argument';

export const createTenant = tenantVerb((keys, tenant) => keys.createTenant(tenant));
export const rotateTenant = tenantVerb((keys, tenant) => keys.rotateTenant(tenant));
export const tenantStatus = tenantVerb((keys, tenant) => keys.status(tenant));

/** A verb that says how a tenant's keys stand when it is done. */
function tenantVerb(act: (keys: TenantKeys, tenant: string) => Promise<TenantStatus>): Verb {
  return async (argv, io) => {
    const { values, positionals } = parsed(() =>
      parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: { ...STORE_FLAGS, format: { type: 'string', default: 'table' } },
      }),
    );
    const format = oneOf('format', values.format, ['table', 'json']);
    const tenant = tenantAmong(positionals);
    const store = storeOf(values);
    const { tenantKeys } = await needingClients(() => import('./tenant-keys.js'));
    const status = await act(tenantKeys(store, nothingIsShredded), tenant);
    io.stdout.write(format === 'json' ? jsonLine(status) : table(status));
    return status.state === 'damaged' || status.state === 'shredding' ? EXIT.findings : EXIT.fine;
  };
}

function nothingIsShredded(): void {
  throw new Error('no certificate is expected');
}

function table({ tenant, state, activeVersion, activeSince, versions }: TenantStatus): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['tenant', tenant],
    ['state', state],
    ['seals with', activeVersion],
    ['since', activeSince],
    ['opens with', `${versions} ${versions === 1 ? 'version' : 'versions'}`],
  ];
  return rows
    .flatMap(([name, value]) => (value === undefined ? [] : `${name.padEnd(10)} ${printable(value)}\n`))
    .join('');
}
