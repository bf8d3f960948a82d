import { CATEGORIES, isCategory, type Category } from '../category';
import type { Sensitivity } from '../detector';
import { InvalidOptionError } from '../errors';
import type { Span } from '../span';
import { isLeft, type Left } from './left';
import { LEFT_IN_LIMITED_DATA_SET } from './limited-data-set';

export const PROFILE_NAMES = ['safe-harbor', 'limited-data-set', 'strict', 'custom'] as const;

/**
 * - `safe-harbor`: the 18 identifiers of 45 CFR 164.514(b)(2)(i).
 * - `limited-data-set`: the 16 of 164.514(e)(2); dates, ages, towns, states, ZIP codes and announced codes stay.
 * - `strict`: those of safe harbor, found more eagerly.
 * - `custom`: no paragraph's list; everything goes but what `categories` keeps.
 */
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** Whether identifiers of a category go or stay in the text. */
export type Decision = 'remove' | 'keep';

export interface ProfileOptions {
  /** @default 'safe-harbor' */
  readonly name?: ProfileName;
  /**
   * Id of the data use agreement (164.514(e)(4)) the text is disclosed under: 1 to 128 printable ASCII characters.
   * Required by `limited-data-set`, refused by `safe-harbor` and `strict`, which disclose under none.
   */
  readonly dataUseAgreement?: string;
  /** @default what the profile says */
  readonly categories?: Readonly<Partial<Record<Category, Decision>>>;
}

/** Which identifiers go, as data and as the predicate a detector takes. */
export interface Profile {
  /** `custom` as soon as `categories` keeps what the profile named would remove: it is no longer that profile. */
  readonly name: ProfileName;
  readonly dataUseAgreement: string | undefined;
  readonly sensitivity: Sensitivity;
  /** Whether anything found stays in the text. */
  readonly leavesAny: boolean;
  /** Whether a span found is an identifier to remove. */
  readonly keeps: (span: Span) => boolean;
}

const LEFT: Readonly<Record<ProfileName, Left>> = {
  'safe-harbor': {},
  'limited-data-set': LEFT_IN_LIMITED_DATA_SET,
  strict: {},
  custom: {},
};

const AGREEMENT = /^[\x21-\x7e](?:[\x20-\x7e]{0,126}[\x21-\x7e])?$/;

/**
 * @throws InvalidOptionError unknown profile, category or decision; a data use agreement missing, malformed or where none
 *   belongs; `custom` without `categories`
 */
export function createProfile({
  name = 'safe-harbor',
  dataUseAgreement,
  categories = {},
}: ProfileOptions = {}): Profile {
  if (!PROFILE_NAMES.includes(name)) {
    throw new InvalidOptionError(`unknown profile; give one of: ${PROFILE_NAMES.join(', ')}`);
  }
  checkAgreement(name, dataUseAgreement);
  const decisions = decisionsIn(categories);
  if (name === 'custom' && decisions.length === 0) {
    throw new InvalidOptionError(`profile custom needs 'categories': say which to keep`);
  }
  const left = { ...LEFT[name] };
  let weakened = false;
  for (const [category, decision] of decisions) {
    if (decision === 'remove') delete left[category];
    else {
      weakened ||= left[category] !== 'all';
      left[category] = 'all';
    }
  }
  return {
    name: weakened ? 'custom' : name,
    dataUseAgreement,
    sensitivity: name === 'strict' ? 'strict' : 'balanced',
    leavesAny: Object.keys(left).length > 0,
    keeps: (span) => !isLeft(left, span),
  };
}

function checkAgreement(name: ProfileName, agreement: string | undefined): void {
  if (agreement === undefined) {
    if (name !== 'limited-data-set') return;
    throw new InvalidOptionError(
      'profile limited-data-set needs the id of a data use agreement (45 CFR 164.514(e)(4)); use safe-harbor if there is none',
    );
  }
  if (name !== 'limited-data-set' && name !== 'custom') {
    throw new InvalidOptionError(
      `profile ${name} takes no data use agreement; leave it out or use limited-data-set`,
    );
  }
  if (typeof agreement !== 'string' || !AGREEMENT.test(agreement)) {
    throw new InvalidOptionError(
      'the id of the data use agreement must be 1 to 128 printable ASCII characters, no space at either end',
    );
  }
}

function decisionsIn(categories: Readonly<Record<string, unknown>>): readonly [Category, Decision][] {
  return Object.entries(categories).map(([category, decision]) => {
    if (!isCategory(category)) {
      throw new InvalidOptionError(`'categories' has an unknown category; allowed: ${CATEGORIES.join(', ')}`);
    }
    if (decision !== 'remove' && decision !== 'keep') {
      throw new InvalidOptionError(`'categories.${category}' must be 'remove' or 'keep'`);
    }
    return [category, decision];
  });
}
