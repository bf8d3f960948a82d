import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Template } from '../../template/template';
import { memberWritten, type Place } from '../../template/written';
import { accepts } from '../cloudformation/members';
import { configurationOf, DISTRIBUTION } from './behaviours';

/** Words in the name of a header by which an origin knows the distribution. */
const SECRET = /auth|cookie|credential|key|passw|secret|signature|token|verif/iu;

export const originHeaderSecrets: Rule = {
  id: 'cloudfront-origin-header-secrets',
  title: 'headers by which an origin knows a distribution are read from a secret',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Whoever reads the template can send the header too, and reaches the origin past the web ACL and its log.',
  fix: 'set HeaderValue to {{resolve:secretsmanager:…}}, or give the parameter NoEcho and no default',
  resourceTypes: [DISTRIBUTION],
  check(distribution, template) {
    return configurationOf(distribution)
      .at('Origins')
      .items()
      .flatMap((origin) => origin.at('OriginCustomHeaders').items())
      .flatMap((header) => observe(header, template));
  },
};

function observe(header: Property, template: Template): readonly Observation[] {
  const isPlain = accepts(
    header.at('HeaderName'),
    (name) => !(typeof name === 'string' && SECRET.test(name)),
  );
  if (isPlain === true) return [];
  const places = memberWritten(header, 'HeaderValue', template);
  if (places.every(isKept)) return [];
  const path = `${header.path}.HeaderValue`;
  return isPlain === false && places.some(isShown)
    ? [finding(path, 'stands in the template')]
    : [unknown(path, 'cannot be read in full; it must come from a secret')];
}

function isKept({ written }: Place): boolean {
  if (written.kind === 'dynamic') return written.service !== 'ssm';
  if (written.kind === 'parameter') return written.hidden && !written.preset;
  return (
    written.kind === 'absent' ||
    written.kind === 'resource' ||
    (written.kind === 'literal' && written.text === '')
  );
}

function isShown(place: Place): boolean {
  return !isKept(place) && place.written.kind !== 'unknown';
}
