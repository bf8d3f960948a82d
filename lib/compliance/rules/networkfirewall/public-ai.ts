import { PUBLIC_AI_SERVICES } from '../../../contract/public-ai-services';
import type { Parameter } from '../../parameter';

export const PROVIDERS: Parameter<readonly string[]> = {
  name: 'providers',
  description: 'public AI services with an agreement on record, by their names in PUBLIC_AI_SERVICES',
  default: [],
};

/**
 * The public AI service that a name or pattern of an allow list leads to: its own names, those below them, and patterns
 * that take them in (`*`, `*.ai`; for Network Firewall `.ai`).
 * @param agreed names of services with an agreement on record
 */
export function publicAiBehind(pattern: string, agreed: readonly string[]): string | undefined {
  const name = pattern.toLowerCase().replace(/\.$/u, '');
  const parent = /^(?:\*\.|\.)(?<parent>.+)$/u.exec(name)?.groups?.['parent'];
  const leadsTo = (domain: string) =>
    name === '*' ||
    name === domain ||
    name.endsWith(`.${domain}`) ||
    (parent !== undefined && domain.endsWith(`.${parent}`));
  return PUBLIC_AI_SERVICES.filter((service) => !agreed.includes(service.name)).find(({ domains }) =>
    domains.some(leadsTo),
  )?.name;
}
