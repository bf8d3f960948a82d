import { placeOf, type Binding } from '../../../lambda/envelope/binding';
import { EnvelopeError } from '../../../lambda/envelope/errors';
import { UsageError } from '../verb';

/** The options that say what a message is bound to, as `parseArgs` wants them. */
export const BINDING_FLAGS = {
  tenant: { type: 'string' },
  purpose: { type: 'string' },
  record: { type: 'string' },
} as const;

type Flags = { readonly [Flag in keyof typeof BINDING_FLAGS]?: string | undefined };

/** @throws UsageError one is missing, empty or too long */
export function bindingOf({ tenant, purpose, record }: Flags): Binding {
  if (tenant === undefined || purpose === undefined || record === undefined) {
    throw new UsageError('give --tenant, --purpose and --record: opaque ids that the message is bound to');
  }
  const binding = { tenant, purpose, record };
  try {
    placeOf(binding);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new UsageError('--tenant, --purpose and --record take 1 to 1024 bytes of text each');
  }
  return binding;
}
