import { finding, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { textOf } from '../../template/value';
import { surelyHas } from '../cloudformation/members';
import { unknown } from '../../rule';

/** Headers that let their holder in. */
const HEADERS = ['authorization', 'cookie'];

export const logRedaction: Rule = {
  id: 'wafv2-log-redaction',
  title: 'logs of a web ACL leave out tokens and cookies',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Who reads the log has the session of every user whose request is in it.',
  fix: 'add the headers authorization and cookie to RedactedFields, as SingleHeader',
  resourceTypes: ['AWS::WAFv2::LoggingConfiguration'],
  check(configuration) {
    const fields = configuration.property('RedactedFields');
    return HEADERS.flatMap((header) => {
      const answer = surelyHas(fields, (field) => names(field, header));
      if (answer === true) return [];
      return [
        answer === false
          ? finding(fields.path, `must hold the header ${header}`)
          : unknown(fields.path, `cannot be read in full; it must hold the header ${header}`),
      ];
    });
  },
};

function names(field: Property, header: string): boolean | undefined {
  const answers = field.at('SingleHeader.Name').values.map((value) => {
    if (value.kind === 'absent') return false;
    const text = textOf(value);
    return text === undefined || value.kind !== 'literal' ? undefined : text.toLowerCase() === header;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
