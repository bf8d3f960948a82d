import { finding, unknown, type Rule } from '../../rule';
import { writtenAt } from '../../template/written';
import { onPlaces } from '../secrets/secret-places';

export const noLiteral: Rule = {
  id: 'secretsmanager-no-literal',
  title: 'secrets are generated, not written into the template',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Whoever reads the repository, the build or the stack reads a secret that stands in the template.',
  fix: 'use GenerateSecretString, or a parameter with NoEcho and no default',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  check(secret) {
    const places = writtenAt(secret, 'SecretString').filter(({ written }) => written.kind !== 'absent');
    if (places.length === 0) return [];
    return onPlaces(places, ({ path, written }) => {
      if (written.kind === 'literal')
        return written.text === '' ? [] : [finding(path, 'is written out in the template')];
      if (written.kind === 'parameter' && (!written.hidden || written.preset))
        return [finding(path, `comes from parameter ${written.name}, which everybody can read`)];
      return written.kind === 'unknown'
        ? [unknown(path, `cannot be read: ${written.reason}; it must not be written out`)]
        : [];
    });
  },
};
