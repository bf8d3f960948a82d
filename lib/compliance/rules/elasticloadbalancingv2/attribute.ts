import { finding, unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { requireMember } from '../cloudformation/require-member';

const LIST = 'LoadBalancerAttributes';

/** Requires that a load balancer has an attribute of the list with a value that is accepted. */
export function requireAttribute(
  balancer: Resource,
  key: string,
  accepts: (value: string) => boolean,
  expectation: string,
): readonly Observation[] {
  return requireMember(
    balancer.property(LIST),
    (member) => {
      const isAsked = holds(member.at('Key'), (text) => text === key);
      return isAsked === false ? false : isAsked && holds(member.at('Value'), accepts);
    },
    `${expectation} (${key})`,
  );
}

/** As {@link requireAttribute}, for an attribute whose default is accepted. */
export function allowAttribute(
  balancer: Resource,
  key: string,
  accepts: (value: string) => boolean,
  expectation: string,
): readonly Observation[] {
  return balancer
    .property(LIST)
    .items()
    .flatMap((member) => {
      const isOther = holds(member.at('Key'), (text) => text !== key);
      const isAccepted = holds(member.at('Value'), accepts);
      if (isOther === true || isAccepted === true) return [];
      const path = `${member.path}.Value`;
      return isAccepted === false && isOther === false
        ? [finding(path, `${expectation} (${key})`)]
        : [unknown(path, `cannot be read; it ${expectation} (${key})`)];
    });
}

/** Whether every text of a property meets a test; false when one does not. */
function holds(property: Property, test: (text: string) => boolean): boolean | undefined {
  const answers = property.values.map((value) => {
    if (value.kind === 'absent') return false;
    const text = textOf(value);
    return text === undefined || value.kind !== 'literal' ? undefined : test(text);
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
