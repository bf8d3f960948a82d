import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isOfKind, policyDocuments } from './policy-document';

/** Source: OpenSearch Service developer guide, "Network access for Amazon OpenSearch Serverless", supported services. */
const BEDROCK = 'bedrock.amazonaws.com';

export const networkPolicyNarrow: Rule = {
  id: 'opensearchserverless-network-policy-narrow',
  title: 'network policies name their collections, and no service but Bedrock',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A pattern opens collections of tomorrow to the network of today, and a further service is a further way to the same text.',
  fix: `write out Resource in the Rules of Policy, and name ${BEDROCK} alone in SourceServices`,
  resourceTypes: ['AWS::OpenSearchServerless::SecurityPolicy'],
  check(policy) {
    if (isOfKind(policy, 'network') === false) return 'not-applicable';
    return policyDocuments(policy).flatMap((document) =>
      document
        ? document.items().flatMap(judgeEntry)
        : [unknown('Properties.Policy', 'cannot be read; it must name collections')],
    );
  },
};

function judgeEntry(entry: Property): readonly Observation[] {
  const collections = entry
    .at('Rules')
    .items()
    .flatMap((rule) => rule.at('Resource').items());
  return [
    ...flagged(collections, (name) => name.includes('*'), 'is a wildcard'),
    ...flagged(
      entry.at('SourceServices').items(),
      (name) => name !== BEDROCK,
      `is another service than ${BEDROCK}`,
    ),
  ];
}

function flagged(
  members: readonly Property[],
  isWrong: (text: string) => boolean,
  message: string,
): readonly Observation[] {
  return members.filter((member) => member.texts().some(isWrong)).map(({ path }) => finding(path, message));
}
