import { finding, type Rule } from '../../rule';
import type { Written } from '../../template/written';
import { variablesOf } from './environment-lists';
import { ENVIRONMENTS } from './environment-types';
import { KEY_NAME, PASSWORD_NAME, pointsElsewhere } from './pointer';
import { onPlaces } from './secret-places';

const [FIRST = '', ...OTHERS] = Object.keys(ENVIRONMENTS);

export const environment: Rule = {
  id: 'secrets-environment',
  title: 'no environment variable holds a secret that stands in the template',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Variables are shown to whoever may read the configuration, and land in crash reports and debug logs.',
  fix: "read the secret at run time, or use the type's own field for secrets (Secrets of ECS, SECRETS_MANAGER of CodeBuild)",
  resourceTypes: [FIRST, ...OTHERS],
  check(resource) {
    const isSecret = (name: string) => PASSWORD_NAME.test(name) || KEY_NAME.test(name);
    const places = variablesOf(resource, isSecret).flatMap(({ name, places }) =>
      places.map((place) => ({ ...place, isKey: !PASSWORD_NAME.test(name) })),
    );
    const kinds = new Map(places.map(({ path, isKey }) => [path, isKey]));
    return onPlaces(places, ({ path, written }) =>
      standsInTemplate(written, kinds.get(path) === true)
        ? [finding(path, 'is named like a secret, and its value stands in the template')]
        : [],
    );
  },
};

function standsInTemplate(written: Written, isKey: boolean): boolean {
  if (written.kind === 'parameter') return written.preset;
  if (written.kind !== 'literal') return false;
  const { text } = written;
  if (text === '' || /^(?:true|false|none|null|\d{1,5})$/iu.test(text) || pointsElsewhere(text)) return false;
  // a key is long and mixed; `my-secret` under DB_SECRET is the name of one
  return (
    !isKey || (/[0-9]/u.test(text) && /[A-Za-z]/u.test(text) && text.length >= 12 && !text.includes('.'))
  );
}
