/**
 * Six years in days, leap days included. 45 CFR 164.316(b)(2)(i) asks it of documentation; keeping logs as long is
 * this product's policy, as HIPAA sets no period for logs.
 */
export const SIX_YEARS_IN_DAYS = 2192;
