import type { Control } from './control';
import catalogue from './controls.json';

/** The paragraphs of 45 CFR 164 we report on, in legal order, and the date of the text they follow. */
export const LAW: { readonly asOf: string; readonly controls: readonly Control[] } = {
  asOf: catalogue.meta.asOf,
  // JSON widens the enumerations to string; law.test.ts holds every row to the type
  controls: catalogue.controls as readonly Control[],
};

/** Paragraphs that tables derived from AWS's cite for almost everything, each with the reason why no rule may. */
export const NEVER_CITED: ReadonlyMap<string, string> = new Map([
  [
    '164.308(a)(4)(ii)(A)',
    'it binds only a health care clearinghouse that is part of a larger organization, and asks for its isolation from the rest',
  ],
  [
    '164.314(b)(2)(i)',
    'it is about what the plan documents of a group health plan say, which no template contains',
  ],
]);

const BY_ID: ReadonlyMap<string, Control> = new Map(LAW.controls.map((control) => [control.id, control]));

/** Whether the law has a paragraph of this id, e.g. `164.312(b)`. */
export function isControlId(id: string): boolean {
  return BY_ID.has(id);
}

/** Fails when the id is not in the law. */
export function controlById(id: string): Control {
  const control = BY_ID.get(id);
  if (!control) throw new Error(`unknown paragraph '${id}'; it is not in lib/compliance/law/controls.json`);
  return control;
}
