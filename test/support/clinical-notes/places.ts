import type { Random } from './random';
import { identifier, neutral, say, type Identifier, type Text } from './text';

const geo = (value: string): Identifier => identifier('GEO', value);

const TREES =
  'Maple Juniper Old-Mill Quarry Larkspur Washington Bluebonnet Cedar-Hollow Lincoln Ferry Sycamore'.split(
    ' ',
  );
const WAYS = 'Street St Avenue Ave. Road Rd Lane Drive Blvd Court Terrace Parkway'.split(' ');
const TOWN_BEGINNINGS = 'Marl Ash Pine Clear Green Fair Spring Oak River Mill Stone Harr'.split(' ');
const TOWN_ENDINGS = 'ton field brook ville haven wood burg dale ford port'.split(' ');
const KNOWN_TOWNS = [
  'Dayton',
  'Tucson',
  'Baton Rouge',
  'Spokane',
  'Fort Wayne',
  'Chattanooga',
  'San Antonio',
  'Cleveland',
  'Sacramento',
  'Des Moines',
];
const STATES = ['OH', 'AZ', 'LA', 'WA', 'IN', 'TN', 'TX', 'CA', 'IA', 'New York', 'Ohio', 'Georgia'];

const SAINTS = ["St. Brendan's", 'Saint Odile', 'Holy Redeemer', 'Mercy', 'Good Shepherd', 'Mount Carmel'];
const CARE = [
  'Hospital',
  'Medical Center',
  'Clinic',
  'Regional Hospital',
  'Family Practice',
  'Nursing Home',
  'Rehabilitation Center',
  "Children's Hospital",
];

/** Foreign streets and towns; postcode and everything below the country counts. */
const ABROAD: readonly ((random: Random) => Text)[] = [
  (r) =>
    say`${geo(r.shaped('Calle del Olmo ##, 3º B'))}, ${geo(r.shaped('280## Madrid'))}, ${neutral('Spain')}`,
  (r) => say`${geo(r.shaped('1# rue des Peupliers'))}, ${geo(r.shaped('690## Lyon'))}, ${neutral('France')}`,
  (r) => say`${geo(r.shaped('Lindenallee 2#a'))}, ${geo(r.shaped('101## Berlin'))}, ${neutral('Germany')}`,
  (r) => say`${geo(r.shaped('ul. Brzozowa 1#/4'))}, ${geo(r.shaped('31-2## Kraków'))}, ${neutral('Poland')}`,
  (r) => say`${geo(r.shaped('Flat 3, 4# Harrow Lane'))}, ${geo(r.shaped('Leeds LS# #@@'))}, ${neutral('UK')}`,
  (r) => say`${geo(r.shaped('Rua das Acácias, 1##'))}, ${geo('São Paulo')}, ${neutral('Brazil')}`,
  (r) =>
    say`${geo(r.shaped('1# Jalan Kenanga'))}, ${geo(r.shaped('50### Kuala Lumpur'))}, ${neutral('Malaysia')}`,
  (r) =>
    say`${geo(r.shaped('Plot 1#, Adeola Close'))}, ${geo('Ikeja')}, ${geo('Lagos')}, ${neutral('Nigeria')}`,
  (r) =>
    say`${geo(r.shaped('7#, Gandhi Nagar 2nd Cross'))}, ${geo(r.shaped('Bengaluru 5600##'))}, ${neutral('India')}`,
];

export function town(random: Random): Identifier {
  const known = random.chance(0.5);
  return geo(
    known ? random.pick(KNOWN_TOWNS) : `${random.pick(TOWN_BEGINNINGS)}${random.pick(TOWN_ENDINGS)}`,
  );
}

export function street(random: Random): Identifier {
  if (random.chance(0.15)) return geo(random.shaped(random.pick(['P.O. Box ####', 'PO Box ###'])));
  const number = random.between(2, 19_999);
  const way = `${random.pick(TREES).replace('-', ' ')} ${random.pick(WAYS)}`;
  const flat = random.pick(['', '', '', ', Apt 4B', ' Unit 12', ', Suite 300', ' #7']);
  const side = random.pick(['', '', 'N. ', 'SW ', 'East ']);
  return geo(`${number} ${side}${way}${flat}`);
}

/** Town, state and ZIP; the state is not below a state. */
export function townLine(random: Random): Text {
  const zip = geo(random.shaped(random.pick(['4####', '7####', '3####-####'])));
  return say`${town(random)}, ${neutral(random.pick(STATES))} ${zip}`;
}

export function address(random: Random): Text {
  if (random.chance(0.2)) return random.pick(ABROAD)(random);
  return say`${street(random)}${random.pick([', ', '\n', ' '])}${townLine(random)}`;
}

export function facility(random: Random): Identifier {
  const name = random.chance(0.5)
    ? random.pick(SAINTS)
    : `${random.pick(TOWN_BEGINNINGS)}${random.pick(TOWN_ENDINGS)}`;
  return geo(`${name} ${random.pick(CARE)}`);
}
