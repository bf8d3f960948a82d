import type { Resource } from '../template/resource';

/** Zones that no template makes. */
export const AWS = 'aws';
export const INTERNET = 'internet';
export const OTHER_ACCOUNT = 'other-account';
export const ON_PREMISES = 'on-premises';
export const ELSEWHERE = 'elsewhere';

/** Where a flow begins or ends: a resource, or the id of what no template makes. */
export type End = Resource | string;

export function idOf(end: End): string {
  return typeof end === 'string' ? end : `${end.template.path}#${end.logicalId}`;
}

export function idsOf(ends: Iterable<End>): string[] {
  return [...new Set([...ends].map(idOf))];
}
