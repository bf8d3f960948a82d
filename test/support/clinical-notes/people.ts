import { AMERICAN, TRADITIONS, type Tradition } from './names';
import type { Random } from './random';
import { identifier, type Identifier } from './text';

/** An invented person, and the ways a note writes one. A title stands outside: it names nobody. */
export class Person {
  constructor(
    readonly givenName: string,
    readonly familyName: string,
    readonly middleInitial: string,
  ) {}

  full(): Identifier {
    return named(`${this.givenName} ${this.familyName}`);
  }

  given(): Identifier {
    return named(this.givenName);
  }

  family(): Identifier {
    return named(this.familyName);
  }

  /** As a form has it. */
  familyFirst(): Identifier {
    return named(`${this.familyName}, ${this.givenName} ${this.middleInitial}.`);
  }

  withMiddle(): Identifier {
    return named(`${this.givenName} ${this.middleInitial}. ${this.familyName}`);
  }

  shortened(): Identifier {
    return named(`${this.givenName.slice(0, 1)}. ${this.familyName}`);
  }

  capitals(): Identifier {
    return named(`${this.familyName}, ${this.givenName}`.toUpperCase());
  }

  small(): Identifier {
    return named(`${this.givenName} ${this.familyName}`.toLowerCase());
  }

  /** As an index has it: no full stop, no space to spare. */
  indexed(): Identifier {
    return named(`${this.familyName} ${this.givenName.slice(0, 1)}`);
  }

  smallGiven(): Identifier {
    return named(this.givenName.toLowerCase());
  }

  /** As a narrow column breaks it. */
  overTwoLines(): Identifier {
    return named(`${this.givenName}\n${this.familyName}`);
  }

  /** As an address or a file name has it: small letters, no accents. */
  handle(): string {
    const plain = `${this.givenName.slice(0, 1)}.${this.familyName}`.normalize('NFD').toLowerCase();
    return plain.replace(/[^a-z.]/gu, '');
  }
}

function named(value: string): Identifier {
  return identifier('NAME', value);
}

/** Two of five have a name of another tradition, given and family name alike. */
export function somebody(random: Random): Person {
  const tradition: Tradition = random.chance(0.6) ? AMERICAN : random.pick(TRADITIONS);
  return new Person(
    random.pick(tradition.given),
    `${random.pick(tradition.beginnings)}${random.pick(tradition.endings)}`,
    random.shaped('@'),
  );
}
