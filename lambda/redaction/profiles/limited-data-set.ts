import type { Left } from './left';

/**
 * What a limited data set may hold besides the 16 direct identifiers that 45 CFR 164.514(e)(2) takes out: dates, ages,
 * town, state and ZIP code, and unique codes that are none of the 16.
 *
 * A code that no word announces may be a medical record number, and the name of a house may be that of an employer
 * ((e)(2)(i)): both go.
 */
export const LEFT_IN_LIMITED_DATA_SET: Left = {
  DATE: 'all',
  AGE_OVER_89: 'all',
  GEO: new Set(['place']),
  OTHER_ID: new Set(['other-identifier']),
};
