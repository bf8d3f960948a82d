import type { Property } from '../../template/property';
import { numberOf, textOf } from '../../template/value';

export const HIGHEST_PORT = 65_535;
/** Names and IANA numbers of the protocols that have ports. */
const WITH_PORTS: ReadonlySet<string> = new Set(['tcp', '6', 'udp', '17']);
const ALL = '-1';

/** Whether a rule of a security group is for all protocols, and so for all ports. Undefined: cannot tell. */
export function isForAllProtocols(rule: Property): boolean | undefined {
  return some(rule.at('IpProtocol').values.map(textOf), (protocol) => protocol === ALL);
}

/** Whether a rule of a security group opens ports that are asked for. Undefined: cannot tell. */
export function opensPort(
  rule: Property,
  isAsked: (from: number, to: number) => boolean,
): boolean | undefined {
  return some(rule.at('IpProtocol').values.map(textOf), (protocol) => {
    if (protocol === ALL) return isAsked(0, HIGHEST_PORT);
    return WITH_PORTS.has(protocol.toLowerCase()) ? someRange(rule, isAsked) : false;
  });
}

function someRange(rule: Property, isAsked: (from: number, to: number) => boolean): boolean | undefined {
  const [from, to] = ['FromPort', 'ToPort'].map((name) => rule.at(name).values.map(portOf));
  return some(from ?? [], (low) =>
    some(to ?? [], (high) => (low < 0 || high < 0 ? isAsked(0, HIGHEST_PORT) : isAsked(low, high))),
  );
}

/** -1 stands for all ports, as does a port that is left out; undefined when it cannot be read. */
function portOf(value: Property['values'][number]): number | undefined {
  if (value.kind === 'absent') return -1;
  const port = value.kind === 'literal' ? numberOf(value.value) : Number.NaN;
  return Number.isNaN(port) ? undefined : port;
}

function some<T>(
  values: readonly (T | undefined)[],
  is: (value: T) => boolean | undefined,
): boolean | undefined {
  const answers = values.map((value) => (value === undefined ? undefined : is(value)));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
