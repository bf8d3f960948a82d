import { allowLiteral } from '../../requirement';
import { unknown, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isOfKind, policyDocuments } from './policy-document';

export const networkPrivate: Rule = {
  id: 'opensearchserverless-network-private',
  title: 'collections are reached from inside only',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A collection with a public endpoint is one stolen credential away from anybody on the internet.',
  fix: 'set AllowFromPublic to false in the network policy, with SourceVPCEs or SourceServices',
  resourceTypes: ['AWS::OpenSearchServerless::SecurityPolicy'],
  check(policy) {
    if (isOfKind(policy, 'network') === false) return 'not-applicable';
    return policyDocuments(policy).flatMap((document) =>
      document
        ? document
            .items()
            .flatMap((entry) =>
              allowLiteral(entry.at('AllowFromPublic'), (open) => !isTrue(open), 'must be false'),
            )
        : [unknown('Properties.Policy', 'cannot be read; AllowFromPublic must be false')],
    );
  },
};
