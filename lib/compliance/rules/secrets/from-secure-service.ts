import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Written } from '../../template/written';
import { missingSecrets } from './missing-secrets';
import { onPlaces, SECRET_TYPES, secretPlaces } from './secret-places';

const SERVICES: readonly string[] = ['secretsmanager', 'ssm-secure'];

export const fromSecureService: Rule = {
  id: 'secrets-from-secure-service',
  title: 'secrets come from Secrets Manager or an encrypted parameter',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Whoever types a secret in has seen it, and nothing rotates it or records who reads it.',
  fix: 'let AWS manage the password, or write {{resolve:secretsmanager:…}} or {{resolve:ssm-secure:…}}',
  resourceTypes: SECRET_TYPES,
  check(resource) {
    const missing = missingSecrets(resource);
    const places = secretPlaces(resource);
    if (places.length === 0 && missing.length > 0) return missing;
    const seen = onPlaces(places, ({ path, written }) => observe(path, written));
    return seen === 'not-applicable' ? seen : [...seen, ...missing];
  },
};

function observe(path: string, written: Written): readonly Observation[] {
  const comesFrom = (what: string) => [
    finding(path, `comes from ${what}, not from Secrets Manager or ssm-secure`),
  ];
  switch (written.kind) {
    case 'absent':
      return [];
    case 'literal':
      return comesFrom('the template');
    case 'parameter':
      return comesFrom(`parameter ${written.name}`);
    case 'dynamic':
      return SERVICES.includes(written.service) ? [] : comesFrom(`{{resolve:${written.service}:…}}`);
    case 'resource':
      if (written.resource.type === 'AWS::SecretsManager::Secret') return [];
      return written.resource.type.startsWith('AWS::')
        ? comesFrom(written.resource.logicalId)
        : [unknown(path, `comes from ${written.resource.logicalId}, which the template does not explain`)];
    case 'unknown':
      return [unknown(path, `cannot be read: ${written.reason}`)];
  }
}
