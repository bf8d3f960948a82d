/**
 * A `DeidentificationRecord` as a tag of the store names it: the route, the id of the data set, and the last day on which it
 * holds, which a determination must have: `safe-harbor/DS-12`, `expert-determination/DS-12/2027-06-30`.
 */
export const DEIDENTIFICATION_TAG =
  /^(?:safe-harbor\/(?<attested>[\w.-]{1,64})(?:\/(?<reviewBy>\d{4}-\d{2}-\d{2}))?|expert-determination\/(?<determined>[\w.-]{1,64})\/(?<validUntil>\d{4}-\d{2}-\d{2}))$/u;

/** The ids in the tag of a role that de-identifies data sets. */
export const DEIDENTIFIES_TAG = /^[\w.-]{1,64}(?: [\w.-]{1,64}){0,7}$/u;
