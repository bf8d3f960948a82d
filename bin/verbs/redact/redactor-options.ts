import { CATEGORIES, type Category } from '../../../lambda/redaction/category';
import { OPERATOR_NAMES, type OperatorChoice } from '../../../lambda/redaction/operators/operator-set';
import {
  PROFILE_NAMES,
  type Decision,
  type ProfileOptions,
} from '../../../lambda/redaction/profiles/profile';
import type { RedactorOptions } from '../../../lambda/redaction/redactor';
import { oneOf } from '../arguments';
import { UsageError } from '../verb';
import { readSecret } from './secret-file';

/** The options that choose what is taken out and what takes its place, as `parseArgs` wants them. */
export const REDACTOR_FLAGS = {
  profile: { type: 'string' },
  'data-use-agreement': { type: 'string' },
  keep: { type: 'string', multiple: true },
  remove: { type: 'string', multiple: true },
  operator: { type: 'string', multiple: true },
  'secret-file': { type: 'string' },
  subject: { type: 'string' },
} as const;

type Flags = {
  readonly [Flag in keyof typeof REDACTOR_FLAGS]?:
    | ((typeof REDACTOR_FLAGS)[Flag] extends { readonly multiple: true } ? readonly string[] : string)
    | undefined;
};

/** @throws UsageError a name that is not known, or options that do not go together */
export function redactorOptions(flags: Flags): RedactorOptions {
  const operators = operatorsIn(flags.operator ?? []);
  const fakes = Object.values(operators).includes('surrogate');
  const secretFile = flags['secret-file'];
  if (fakes && secretFile === undefined) {
    throw new UsageError(
      '--operator surrogate needs --secret-file FILE; make one: openssl rand -out FILE 32',
    );
  }
  if (!fakes && (secretFile !== undefined || flags.subject !== undefined)) {
    throw new UsageError('--secret-file and --subject go with --operator surrogate only');
  }
  if (flags.subject === '') throw new UsageError('--subject is empty; give a reference or leave it out');
  const surrogateSecret = secretFile === undefined ? undefined : readSecret(secretFile);
  return { profile: profileIn(flags), operators, surrogateSecret };
}

function profileIn(flags: Flags): ProfileOptions {
  const name = flags.profile === undefined ? undefined : oneOf('profile', flags.profile, PROFILE_NAMES);
  const dataUseAgreement = flags['data-use-agreement'];
  if (name === 'limited-data-set' && dataUseAgreement === undefined) {
    throw new UsageError(
      '--profile limited-data-set needs --data-use-agreement ID (45 CFR 164.514(e)(4)); there is none: use safe-harbor',
    );
  }
  const categories = { ...decided('keep', flags.keep), ...decided('remove', flags.remove) };
  if (name === 'custom' && Object.keys(categories).length === 0) {
    throw new UsageError(
      '--profile custom needs --keep CATEGORY,...: it is the profile that says what stays',
    );
  }
  return { name, dataUseAgreement, categories };
}

function decided(
  decision: Decision,
  lists: readonly string[] = [],
): Readonly<Partial<Record<Category, Decision>>> {
  const names = lists.flatMap((list) => list.split(','));
  return Object.fromEntries(names.map((name) => [oneOf(decision, name, CATEGORIES), decision]));
}

/** `surrogate` for all, `DATE=label` for one. */
function operatorsIn(given: readonly string[]): OperatorChoice {
  return Object.fromEntries(
    given.map((choice) => {
      const [category, operator] = choice.includes('=') ? choice.split('=', 2) : ['default', choice];
      return [
        oneOf('operator', category ?? '', ['default', ...CATEGORIES]),
        oneOf('operator', operator ?? '', OPERATOR_NAMES),
      ];
    }),
  );
}
