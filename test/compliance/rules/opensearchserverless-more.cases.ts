import { collectionProtected } from '../../../lib/compliance/rules/opensearchserverless/collection-protected';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const COLLECTION = 'AWS::OpenSearchServerless::Collection';
const kept = (properties: JsonObject) =>
  stack({
    Subject: resource(COLLECTION, properties, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
  });

export const opensearchserverlessMoreCases = [
  casesOf(collectionProtected, {
    'one that stays is compliant': kept({ DeletionProtection: 'ENABLED' }),
    'one that may be deleted is a finding': seen(kept({}), 'Properties.DeletionProtection'),
    'one that goes with its stack is a finding': seen(
      subject(COLLECTION, { DeletionProtection: 'ENABLED' }),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'protection left to a parameter is unknown': kept({ DeletionProtection: OPEN }),
  }),
];
