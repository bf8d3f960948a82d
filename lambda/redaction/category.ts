/** The identifiers of 45 CFR 164.514(b)(2)(i), by the names every span, label and count uses. */
export const CATEGORIES = [
  'NAME',
  'GEO',
  'DATE',
  'PHONE',
  'FAX',
  'EMAIL',
  'SSN',
  'MRN',
  'HEALTH_PLAN',
  'ACCOUNT',
  'LICENSE',
  'VEHICLE',
  'DEVICE',
  'URL',
  'IP',
  'BIOMETRIC',
  'PHOTO',
  'OTHER_ID',
  'AGE_OVER_89',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** How many spans of each category were found; a category that was not found is absent. */
export type Counts = Partial<Record<Category, number>>;

/** Adds the counts of one redaction to those of others. */
export function addCounts(total: Counts, more: Counts): void {
  for (const [name, count] of Object.entries(more)) {
    const category = name as Category;
    total[category] = (total[category] ?? 0) + count;
  }
}

export function isCategory(name: string): name is Category {
  return (CATEGORIES as readonly string[]).includes(name);
}
