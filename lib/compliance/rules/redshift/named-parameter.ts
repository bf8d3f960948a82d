import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { accepts, surelyHas } from '../cloudformation/members';

/**
 * Whether a list of parameters surely sets one to true.
 * @param names the members in which a parameter has its name and its value
 */
export function turnsOn(
  parameters: Property,
  parameter: string,
  [name, value]: readonly [name: string, value: string] = ['ParameterName', 'ParameterValue'],
): boolean | undefined {
  return surelyHas(parameters, (each) => {
    const isNamed = accepts(each.at(name), (text) => text === parameter);
    if (isNamed !== true) return isNamed;
    return accepts(each.at(value), (given) => (typeof given === 'string' || given === true) && isTrue(given));
  });
}
