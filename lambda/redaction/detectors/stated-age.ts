import { normalize } from '../normalize';

const OVER_89 = /(?<!\d)(?:9\d|1\d\d)(?!\d)|ninet(?:y|ies)|hundred|nonagenarian|centenarian/i;

/** Whether what a service calls an age is one that 45 CFR 164.514(b)(2)(i)(C) removes: 90 or more. */
export function isOver89(age: string): boolean {
  return OVER_89.test(normalize(age).text);
}
