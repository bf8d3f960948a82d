import { UsageError } from '../verb';

/** @throws UsageError not one TENANT */
export function tenantAmong(positionals: readonly string[]): string {
  const [tenant, ...more] = positionals;
  if (tenant !== undefined && tenant !== '' && more.length === 0) return tenant;
  throw new UsageError(`give one TENANT; ${positionals.length} were given`);
}
