import type { Category } from '../category';
import { InvalidOptionError } from '../errors';
import type { Span } from '../span';
import { label } from './label';
import type { Operator, Subject } from './operator';
import { dateShift, shiftDate } from './surrogates/date';
import { deriveFor, type Derivation } from './surrogates/derivation';
import { NameCast } from './surrogates/name-cast';
import { nameLike } from './surrogates/name';
import { email, ipAddress, url } from './surrogates/net';
import { code, fileName, phone, socialSecurityNumber, type Fake } from './surrogates/numbers';
import { placeLike } from './surrogates/place';
import { essence } from './surrogates/signs';
import { SourceWords } from './surrogates/source-words';
import { partTitled } from './titled-name';

/** Fewest bytes of the secret that surrogates are drawn with. */
export const LEAST_SECRET_BYTES = 32;

const MOST_ATTEMPTS = 8;
const LONGEST_CUE = 16;

type Drawn = Exclude<Category, 'NAME' | 'GEO' | 'DATE' | 'AGE_OVER_89'>;

const FAKES: Readonly<Record<Drawn, Fake>> = {
  PHONE: phone,
  FAX: phone,
  EMAIL: email,
  SSN: socialSecurityNumber,
  MRN: code,
  HEALTH_PLAN: code,
  ACCOUNT: code,
  LICENSE: code,
  VEHICLE: code,
  DEVICE: code,
  URL: url,
  IP: ipAddress,
  BIOMETRIC: code,
  PHOTO: fileName,
  OTHER_ID: code,
};

/** What all texts of one subject share. */
interface Persona {
  readonly derive: Derivation;
  readonly cast: NameCast;
  readonly days: number;
}

/**
 * A fake in the place of each value: names keep title, degree, gender and writing, dates move by one secret offset per subject, numbers
 * keep their shape, addresses on the net lie in ranges kept for examples, ages over 89 become `90+`. The same value of
 * one subject gets the same fake. A fake never stands in the source, save a shifted date. What has no fake (a month
 * without a year, a text that holds every fake name) gets its label.
 *
 * Serves Expert Determination, 45 CFR 164.514(b)(1), and nothing else: a shifted date is still a date, so the output is
 * neither Safe Harbor's nor, where names are faked, known to be free of identifiers that were missed.
 *
 * Idempotent only as a whole: a redactor gives back its own output for the same subject object. A fake in another text
 * is as good as a real value and is replaced.
 *
 * @param secret at least LEAST_SECRET_BYTES random bytes, the same wherever fakes are to agree; copied. Whoever has it
 *   can undo every date
 * @throws InvalidOptionError the secret is too short or missing
 */
export function surrogate(secret: Uint8Array | undefined): Operator {
  if (!(secret instanceof Uint8Array) || secret.length < LEAST_SECRET_BYTES) {
    throw new InvalidOptionError(
      `operator surrogate needs 'surrogateSecret' of at least ${LEAST_SECRET_BYTES} random bytes`,
    );
  }
  const key = Uint8Array.from(secret);
  const personas = new WeakMap<Subject, Persona>();
  return (text, { subject }) => {
    if (subject === undefined || typeof subject.reference !== 'string' || subject.reference === '') {
      throw new InvalidOptionError(
        `operator surrogate needs 'subject' in the context, with a reference that is not empty`,
      );
    }
    const persona = personas.get(subject) ?? personaOf(key, subject.reference);
    personas.set(subject, persona);
    const source = new SourceWords(text);
    return (span) => fakeFor(span, text, persona, source) ?? label(span);
  };
}

function personaOf(key: Uint8Array, reference: string): Persona {
  const derive = deriveFor(key, reference);
  return { derive, cast: new NameCast(derive), days: dateShift(derive) };
}

function fakeFor(
  { category, start, end }: Span,
  text: string,
  { derive, cast, days }: Persona,
  source: SourceWords,
): string | undefined {
  const value = text.slice(start, end);
  switch (category) {
    case 'DATE':
      return shiftDate(value, days);
    case 'AGE_OVER_89':
      // "90+ years": the sign is there already
      return text[end] === '+' ? '90' : '90+';
    case 'NAME': {
      const { title, name, degree } = partTitled(value);
      const before = text.slice(Math.max(0, start - LONGEST_CUE), start) + title;
      const fake = unlike(name, source, (attempt) =>
        nameLike(name, before, cast, source, derive('name signs', essence(name), attempt)),
      );
      return fake === undefined ? undefined : `${title}${fake}${degree}`;
    }
    case 'GEO':
      return unlike(value, source, (attempt) =>
        placeLike(value, derive, source, derive('place signs', essence(value), attempt)),
      );
    default: {
      const { purpose, key, draw } = FAKES[category];
      return unlike(value, source, (attempt) => draw(value, derive(purpose, key(value), attempt)));
    }
  }
}

/** The first fake that is neither the value nor anything else of the source. */
function unlike(
  value: string,
  source: SourceWords,
  draw: (attempt: number) => string | undefined,
): string | undefined {
  const real = essence(value);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const fake = draw(attempt);
    if (fake === undefined) return undefined;
    if (essence(fake) !== real && !source.mayHold(fake)) return fake;
  }
  return undefined;
}
