import type { Person } from './people';
import type { Random } from './random';
import { identifier, type Identifier } from './text';

// numbers, addresses and hosts that their owners set aside for fiction and documentation
const PHONES = [
  '(3##) 555-01##',
  '4##-555-01##',
  '6##.555.01##',
  '+1 2## 555 01##',
  '1-8##-555-01##',
  '7##55501##',
  '555-01##',
  '(2##)555-01## x##',
  '+44 20 7946 0###',
  '+33 1 99 00 ## ##',
  '+49 30 23125 ###',
  '+61 491 570 ###',
];
const IPS = [
  '192.0.2.##',
  '198.51.100.1##',
  '203.0.113.##',
  '10.#.1##.2#',
  '2001:db8:~~~~::~~~',
  '2001:db8::~~',
];
const HOSTS = ['example.org', 'mail.example.com', 'clinic.example.net'];

export function phone(random: Random): Identifier {
  return identifier('PHONE', random.shaped(random.pick(PHONES)));
}

const DIGITS = 'oh one two three four five six seven eight nine'.split(' ');

/** As a person says it. */
export function spokenPhone(random: Random): Identifier {
  const spoken = (shape: string): string =>
    [...random.shaped(shape).matchAll(/\d/gu)].map(([digit]) => DIGITS[Number(digit)]).join(' ');
  return identifier('PHONE', `${spoken('3##')}, ${spoken('555')}, ${spoken('01##')}`);
}

/** A telephone's shape; only the word before tells. */
export function fax(random: Random): Identifier {
  return identifier('FAX', random.shaped(random.pick(PHONES.slice(0, 6))));
}

export function email(random: Random, person: Person): Identifier {
  const local = random.pick([person.handle(), person.handle().replace('.', '_'), random.shaped('pt####')]);
  return identifier('EMAIL', `${local}@${random.pick(HOSTS)}`);
}

export function url(random: Random, person: Person): Identifier {
  const host = random.pick(HOSTS);
  return identifier(
    'URL',
    random.pick([
      `https://${host}/patients/${person.handle()}`,
      random.shaped(`http://portal.${host}/r?id=########`),
      random.shaped(`www.${host}/chart/@@####`),
    ]),
  );
}

export function ip(random: Random): Identifier {
  return identifier('IP', random.shaped(random.pick(IPS)));
}
