import { collectionProtected } from '../../../lib/compliance/rules/opensearchserverless/collection-protected';
import { networkPolicyNarrow } from '../../../lib/compliance/rules/opensearchserverless/network-policy-narrow';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const COLLECTION = 'AWS::OpenSearchServerless::Collection';
const kept = (properties: JsonObject) =>
  stack({
    Subject: resource(COLLECTION, properties, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
  });

const SECURITY = 'AWS::OpenSearchServerless::SecurityPolicy';
const network = (change: JsonObject, type: Json = 'network') =>
  subject(SECURITY, {
    Type: type,
    Policy: JSON.stringify([
      {
        Rules: [{ ResourceType: 'collection', Resource: ['collection/notes'] }],
        AllowFromPublic: false,
        ...change,
      },
    ]),
  });

export const opensearchserverlessMoreCases = [
  casesOf(networkPolicyNarrow, {
    'a collection for Bedrock is compliant': network({ SourceServices: ['bedrock.amazonaws.com'] }),
    'a collection for an endpoint is compliant': network({ SourceVPCEs: ['vpce-0a1b2c3d'] }),
    'every collection is a finding': seen(
      network({ Rules: [{ ResourceType: 'collection', Resource: ['collection/notes', 'collection/*'] }] }),
      'Properties.Policy.0.Rules.0.Resource.1',
    ),
    'collections of a prefix is a finding': network({
      Rules: [{ ResourceType: 'dashboard', Resource: ['collection/n*'] }],
    }),
    'a further service is a finding': seen(
      network({ SourceServices: ['bedrock.amazonaws.com', 'application.opensearchservice.amazonaws.com'] }),
      'Properties.Policy.0.SourceServices.1',
    ),
    'a policy left to a parameter is unknown': subject(SECURITY, { Type: 'network', Policy: OPEN }),
    'an encryption policy is not applicable': network({}, 'encryption'),
  }),
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
