import { EnvelopeError } from '../../../lambda/envelope/errors';
import { TenantKeyError } from '../../../lambda/envelope/tenants/tenant-key-error';
import { printable } from '../../../lib/compliance/printable';
import { EXIT, type ExitCode, type Io } from '../verb';
import { MissingPackage } from './missing-package';

/** Says why a message, a key or a tenant was refused, in words fit for outsiders. Throws what is no refusal. */
export async function orRefused(
  { stderr }: Pick<Io, 'stderr'>,
  act: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await act();
  } catch (error) {
    const isRefusal = error instanceof EnvelopeError || error instanceof TenantKeyError;
    if (!isRefusal && !(error instanceof MissingPackage)) throw error;
    stderr.write(`hipaa-ai: ${printable(error.message)}\n`);
    return isRefusal ? EXIT.findings : EXIT.ourFault;
  }
}
