import { PUBLIC_AI_SERVICES } from '../../../contract/public-ai-services';

/**
 * The public AI service that a name or pattern of an allow list leads to: its own names, those below them, and patterns
 * that take them in (`*`, `*.ai`; for Network Firewall `.ai`).
 */
export function publicAiBehind(pattern: string): string | undefined {
  const name = pattern.toLowerCase().replace(/\.$/u, '');
  const parent = /^(?:\*\.|\.)(?<parent>.+)$/u.exec(name)?.groups?.['parent'];
  return PUBLIC_AI_SERVICES.find(({ domains }) =>
    domains.some(
      (domain) =>
        name === '*' ||
        name === domain ||
        name.endsWith(`.${domain}`) ||
        (parent !== undefined && domain.endsWith(`.${parent}`)),
    ),
  )?.name;
}
