import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Written } from '../../template/written';
import { onPlaces, SECRET_TYPES, secretPlaces } from './secret-places';

export const noLiteral: Rule = {
  id: 'secrets-no-literal',
  title: 'no password, token or private key stands in the template or shows in the console',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A template is read by whoever may read the repository, the build or the stack; so is every secret in it, and every parameter that is not hidden.',
  fix: 'let AWS manage the password, write {{resolve:secretsmanager:…}} or {{resolve:ssm-secure:…}}, or give the parameter NoEcho and no default',
  resourceTypes: SECRET_TYPES,
  check(resource) {
    return onPlaces(secretPlaces(resource), ({ path, written }) => observe(path, written));
  },
};

function observe(path: string, written: Written): readonly Observation[] {
  switch (written.kind) {
    case 'literal':
      return written.text === '' ? [] : [finding(path, 'is written out in the template')];
    case 'parameter':
      return [
        ...(written.hidden ? [] : [finding(path, `comes from parameter ${written.name} without NoEcho`)]),
        ...(written.preset
          ? [finding(path, `comes from parameter ${written.name}, which has a default`)]
          : []),
      ];
    case 'dynamic':
      return written.service === 'ssm'
        ? [finding(path, 'comes from a parameter of Systems Manager that is not encrypted')]
        : [];
    case 'unknown':
      return [unknown(path, `cannot be read: ${written.reason}; it must not be written out`)];
    case 'absent':
    case 'resource':
      return [];
  }
}
