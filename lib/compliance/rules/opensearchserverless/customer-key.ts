import { allowLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { deploysWith } from '../cloudformation/companions';
import { requireCustomerKey } from '../kms/customer-key';
import { isOfKind, policyDocuments } from './policy-document';

const POLICY = 'AWS::OpenSearchServerless::SecurityPolicy';
const COLLECTION = 'AWS::OpenSearchServerless::Collection';

export const customerKey: Rule = {
  id: 'opensearchserverless-customer-key',
  title: 'collections are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'A collection holds the text behind every answer; under a key of AWS nobody can see or withdraw its use.',
  fix: 'set KmsARN in the encryption policy, or EncryptionConfig.KmsKeyArn, to a customer-managed key',
  resourceTypes: [POLICY, COLLECTION],
  check(resource) {
    if (resource.type === COLLECTION) {
      return resource
        .property('EncryptionConfig')
        .alternatives()
        .flatMap((each) => [
          ...(each.isPresent ? requireCustomerKey(each.at('KmsKeyArn')) : byPolicy(resource)),
          ...allowLiteral(each.at('AWSOwnedKey'), (owned) => !isTrue(owned), 'must not be true'),
        ]);
    }
    if (isOfKind(resource, 'encryption') === false) return 'not-applicable';
    return policyDocuments(resource).flatMap(judgeDocument);
  },
};

/** Without a configuration of its own, the policy of its name decides. */
function byPolicy(collection: Resource): readonly Observation[] {
  const has = collection.template.assembly
    .resourcesOf(POLICY)
    .some((policy) => isOfKind(policy, 'encryption') === true && deploysWith(policy, collection));
  return has
    ? []
    : [finding('Properties.EncryptionConfig', 'is not set, and no encryption policy surely deploys with it')];
}

function judgeDocument(document: Property | undefined): readonly Observation[] {
  if (!document) return [unknown('Properties.Policy', 'cannot be read; it must name a customer-managed key')];
  if (document.at('KmsARN').isPresent) return requireCustomerKey(document.at('KmsARN'));
  return [finding(document.path, 'names no KmsARN: the key is one that AWS owns')];
}
