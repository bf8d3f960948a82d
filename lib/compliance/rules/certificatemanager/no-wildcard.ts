import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';

export const noWildcard: Rule = {
  id: 'certificatemanager-no-wildcard',
  title: 'certificates name each host they are for',
  severity: 'warning',
  controls: ['164.312(d)', '164.502(b)'],
  profiles: ['strict'],
  why: 'One host that is broken into can pose as all others under the name.',
  fix: 'name the hosts in DomainName and SubjectAlternativeNames',
  resourceTypes: ['AWS::CertificateManager::Certificate'],
  check(certificate) {
    const names = [
      certificate.property('DomainName'),
      ...certificate.property('SubjectAlternativeNames').items(),
    ];
    return names.flatMap((name) =>
      requireValue(
        name,
        (value) => {
          const text = textOf(value);
          return text === undefined ? undefined : !text.trim().startsWith('*');
        },
        'must be one host',
      ),
    );
  },
};
