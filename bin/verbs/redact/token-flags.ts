import type { OperatorChoice } from '../../../lambda/redaction/operators/operator-set';
import { KEY_FLAGS } from '../envelope/key-flags';
import { UsageError } from '../verb';

/** The options that say where the values behind tokens are kept, as `parseArgs` wants them. */
export const TOKEN_FLAGS = {
  'token-map': { type: 'string' },
  tenant: { type: 'string' },
  record: { type: 'string' },
  ...KEY_FLAGS,
} as const;

export type TokenFlags = {
  readonly [Flag in keyof typeof TOKEN_FLAGS]?:
    ((typeof TOKEN_FLAGS)[Flag] extends { readonly type: 'boolean' } ? boolean : string) | undefined;
};

/**
 * Whether there are values to keep.
 *
 * @throws UsageError options that do not go together
 */
export function keepsTokens(operators: OperatorChoice, flags: TokenFlags): boolean {
  if (Object.values(operators).includes('token')) return true;
  const given = Object.keys(TOKEN_FLAGS).find((flag) => flags[flag as keyof TokenFlags] !== undefined);
  if (given === undefined) return false;
  throw new UsageError(`--${given} goes with --operator token only`);
}
