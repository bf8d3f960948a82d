import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';

/** As of 2026-11. Source: EKS user guide, "Kubernetes release calendar": 1.33 left standard support in July 2026. */
const oldest: Parameter<number> = {
  name: 'oldestMinor',
  description: 'oldest minor version of Kubernetes 1 in standard support',
  default: 34,
};

export const versionSupported: Rule = {
  id: 'eks-version-supported',
  title: 'clusters run a version of Kubernetes in standard support',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.308(a)(4)'],
  parameters: [oldest],
  why: 'Kubernetes patches a version for about a year; later holes stay open.',
  fix: 'raise Version',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster, _, settings) {
    const least = settings.of(oldest);
    return allowLiteral(
      cluster.property('Version'),
      (version) => minorOf(version) >= least,
      `must be at least 1.${least}`,
    );
  },
};

function minorOf(version: Json): number {
  const text = typeof version === 'string' || typeof version === 'number' ? String(version) : '';
  return Number(/^1\.(?<minor>\d{1,3})$/u.exec(text)?.groups?.['minor'] ?? Number.NaN);
}
