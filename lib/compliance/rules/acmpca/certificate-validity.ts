import type { Parameter } from '../../parameter';
import { finding, unknown, type Rule } from '../../rule';
import { numberOf, textOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'longest life of a certificate that a template asks for, CAs included, in days',
  default: 3653,
};

const IN_DAYS: ReadonlyMap<string, number> = new Map([
  ['DAYS', 1],
  ['MONTHS', 31],
  ['YEARS', 365.25],
]);

export const certificateValidity: Rule = {
  id: 'acmpca-certificate-validity',
  title: 'certificates of a private CA run out',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'What nobody has to renew is never looked at again, and its key is somewhere.',
  fix: 'set Validity to ten years at most for a CA, to a year or days for others',
  resourceTypes: ['AWS::ACMPCA::Certificate'],
  check(certificate, _template, settings) {
    const validity = certificate.property('Validity');
    const units = validity.at('Type').values.map((value) => IN_DAYS.get(textOf(value) ?? ''));
    const amounts = validity
      .at('Value')
      .values.map((value) => numberOf(value.kind === 'literal' ? value.value : ''));
    // a date is judged by nobody without a clock
    if (units.includes(undefined) || amounts.some((amount) => Number.isNaN(amount)))
      return [unknown(validity.path, 'cannot be read as a number of days, months or years')];
    const longest = Math.max(...units.map((unit) => unit ?? 0)) * Math.max(...amounts);
    return longest > settings.of(days)
      ? [finding(validity.path, `must be at most ${settings.of(days)} days`)]
      : [];
  },
};
