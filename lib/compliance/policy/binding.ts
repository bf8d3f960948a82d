import { narrowsBy } from './narrowing';
import type { Statement } from './statement';

/** What a condition key says something about. Source: IAM user guide, "AWS global condition context keys". */
export type KeyClass =
  | 'principal'
  | 'source'
  | 'network'
  | 'resource'
  | 'tag'
  | 'mfa'
  | 'time'
  | 'transport'
  | 'service'
  | 'other';

const CLASSES: readonly (readonly [KeyClass, RegExp])[] = [
  ['mfa', /^aws:multifactorauth(?:present|age)$/u],
  ['time', /^aws:(?:currenttime|epochtime|tokenissuetime)$/u],
  ['transport', /^aws:securetransport$/u],
  ['network', /^aws:(?:sourceip|sourcevpc|sourcevpce|sourcevpcarn|vpcsourceip|vpceaccount|vpceorgid|vpceorgpaths)$/u],
  ['source', /^aws:source(?:arn|account|orgid|orgpaths|owner)$/u],
  ['service', /^(?:aws:(?:calledvia(?:first|last)?|viaawsservice)|kms:viaservice|iam:passedtoservice)$/u],
  ['tag', /^(?:aws:(?:requesttag|tagkeys|principaltag)|[a-z0-9-]+:(?:requestobjecttag|requesttag))(?:\/|$)/u],
  ['principal', /^(?:aws:(?:principal\w+|userid|username|federatedprovider)|kms:calleraccount|sts:externalid|[^/]+:(?:sub|aud|amr))$/u],
  ['resource', /^(?:aws:resource\w+(?:\/.*)?|[a-z0-9-]+:(?:resourcetag\/.*|existingobjecttag\/.*|resourcealiases|prefix|permissionsboundary|policyarn|associatedresourcearn|guardrailidentifier|leadingkeys|encryptioncontext:.*))$/u],
]; // prettier-ignore

export function classOf(lowerCaseKey: string): KeyClass {
  return CLASSES.find(([, pattern]) => pattern.test(lowerCaseKey))?.[0] ?? 'other';
}

/** Whether the conditions tie one of some classes of keys to known values. Undefined: cannot tell. */
export function bindsClass(statement: Statement, classes: readonly KeyClass[]): boolean | undefined {
  return narrowsBy(statement, (key) => classes.includes(classOf(key)));
}

/**
 * Whether a condition keeps an Allow to some resources, tags, boundaries or services: what makes a right to manage
 * permissions something less. A second factor, a time or a network leaves whoever is inside with all of it.
 */
export function bindsConditions(statement: Statement): boolean | undefined {
  return bindsClass(statement, ['resource', 'tag', 'service', 'source', 'other']);
}

/** Whether a service is asked for whose sake it calls. Undefined: cannot tell. Source: IAM user guide, "The confused deputy problem". */
export function namesSource(statement: Statement): boolean | undefined {
  return bindsClass(statement, ['source']);
}
