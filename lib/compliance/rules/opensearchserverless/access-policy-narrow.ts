import { hasWildcard } from '../../policy/arn';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isOfKind, policyDocuments } from './policy-document';

/** `collection/*` and `index/*` before the next slash stand for every collection. */
const EVERY_COLLECTION = /^(?:collection|index|model)\/\*/u;

export const accessPolicyNarrow: Rule = {
  id: 'opensearchserverless-access-policy-narrow',
  title: 'data access policies name principals, collections and permissions',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A wildcard gives whoever comes later every permission on every collection, those of tomorrow included.',
  fix: 'write out Principal, Resource and Permission in Policy',
  resourceTypes: ['AWS::OpenSearchServerless::AccessPolicy'],
  check(policy) {
    if (isOfKind(policy, 'data') === false) return 'not-applicable';
    return policyDocuments(policy).flatMap((document) =>
      document
        ? document.items().flatMap(judgeEntry)
        : [unknown('Properties.Policy', 'cannot be read; it must name principals and permissions')],
    );
  },
};

function judgeEntry(entry: Property): readonly Observation[] {
  const rules = entry.at('Rules').items();
  return [
    ...wild(entry.at('Principal'), hasWildcard),
    ...rules.flatMap((rule) => wild(rule.at('Resource'), (name) => EVERY_COLLECTION.test(name))),
    ...rules.flatMap((rule) => wild(rule.at('Permission'), hasWildcard)),
  ];
}

function wild(list: Property, isWild: (text: string) => boolean): readonly Observation[] {
  return list
    .items()
    .filter((member) => member.texts().some(isWild))
    .map((member) => finding(member.path, 'is a wildcard'));
}
