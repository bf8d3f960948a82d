import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const standbyReplicas: Rule = {
  id: 'opensearchserverless-standby-replicas',
  title: 'collections survive the loss of an Availability Zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'Without replicas in another zone, what a clinician looks up is gone for as long as the zone is.',
  fix: 'set StandbyReplicas to ENABLED, or leave it out',
  resourceTypes: ['AWS::OpenSearchServerless::Collection', 'AWS::OpenSearchServerless::CollectionGroup'],
  check(collection) {
    return allowLiteral(
      collection.property('StandbyReplicas'),
      (mode) => mode === 'ENABLED',
      'must be ENABLED',
    );
  },
};
