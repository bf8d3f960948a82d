import type { Derivation } from './derivation';
import { FAKE_NAMES } from './fake-names';
import type { Gender } from './gender';
import type { SourceWords } from './source-words';

export type Role = 'given' | 'family';

const FAKES = {
  female: FAKE_NAMES.female,
  male: FAKE_NAMES.male,
  either: FAKE_NAMES.either,
  family: FAKE_NAMES.family,
} as const;
const INITIALS = 'ABCDEFGHJKLMNPRSTVW';

/**
 * Who plays whom in the texts of one subject: each word of a name has one fake, whatever stands beside it, and two words
 * have two as long as there are enough. It holds the words, so it lives and dies with the subject's context.
 */
export class NameCast {
  readonly #fakes = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(private readonly derive: Derivation) {}

  /** The initial that stands for one: the same letter begins the fakes of names that begin with it. */
  initial(sign: string, role: Role): string {
    const plain = sign.normalize('NFD').charAt(0).toUpperCase();
    const others = INITIALS.replace(plain, '');
    return others.charAt(this.derive('initial', role + plain).below(others.length));
  }

  /** A name that does not stand in the source, or undefined if all do. */
  word(lower: string, role: Role, gender: Gender, source: SourceWords): string | undefined {
    const known = this.#fakes.get(lower);
    if (known !== undefined && !source.has(known)) return known;
    const fake = this.#choose(lower, role, role === 'family' ? 'family' : gender, source);
    if (fake === undefined) return undefined;
    this.#taken.add(fake);
    this.#fakes.set(lower, fake);
    return fake;
  }

  #choose(lower: string, role: Role, list: keyof typeof FAKES, source: SourceWords): string | undefined {
    const fakes = FAKES[list];
    const from = this.derive('name', role + lower).below(fakes.length);
    const turned = [...fakes.slice(from), ...fakes.slice(0, from)].filter((fake) => !source.has(fake));
    const initial = this.initial(lower, role);
    const free = turned.filter((fake) => !this.#taken.has(fake));
    return free.find((fake) => fake.startsWith(initial)) ?? free[0] ?? turned[0];
  }
}
