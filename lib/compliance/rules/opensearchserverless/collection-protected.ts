import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const collectionProtected: Rule = {
  id: 'opensearchserverless-collection-protected',
  title: 'collections are not deleted by mistake',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'OpenSearch Serverless keeps its snapshots with the collection: a deleted one is gone.',
  fix: 'set DeletionProtection to ENABLED, and DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::OpenSearchServerless::Collection'],
  check(collection) {
    return [
      ...requireRetained(collection),
      ...requireLiteral(
        collection.property('DeletionProtection'),
        (mode) => mode === 'ENABLED',
        'must be ENABLED',
      ),
    ];
  },
};
