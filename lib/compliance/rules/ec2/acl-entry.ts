import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isTrue, numberOf } from '../../template/value';
import { accepts } from '../cloudformation/members';

export const ACL_ENTRY = 'AWS::EC2::NetworkAclEntry';

/** False when an entry surely denies. */
export function mayAllow(entry: Resource): boolean {
  return accepts(entry.property('RuleAction'), (action) => isWord(action, 'deny')) !== true;
}

/** False when an entry surely allows. */
export function mayDeny(entry: Resource): boolean {
  return accepts(entry.property('RuleAction'), (action) => !isWord(action, 'deny')) !== true;
}

/** Whether entries of an ACL are for what goes out; by default they are for what comes in. */
export function directionsOf(entry: Resource): readonly ('in' | 'out')[] {
  return entry.property('Egress').values.flatMap((value): readonly ('in' | 'out')[] => {
    if (value.kind === 'absent') return ['in'];
    return value.kind === 'literal' ? [isTrue(value.value) ? 'out' : 'in'] : ['in', 'out'];
  });
}

/** Numbers of IANA: 6 and 17 are TCP and UDP, -1 stands for all. */
export function isProtocol(protocol: unknown, ...numbers: readonly number[]): boolean {
  return numbers.includes(typeof protocol === 'string' ? numberOf(protocol) : Number(protocol));
}

/** Numbers a property can be; `undefined` stands for what cannot be read. */
export function numbersOf(property: Property): readonly (number | undefined)[] {
  return property.values.map((value) => {
    const number = value.kind === 'literal' ? numberOf(value.value) : Number.NaN;
    return Number.isNaN(number) ? undefined : number;
  });
}

function isWord(value: unknown, word: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === word;
}
