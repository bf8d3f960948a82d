import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';
import { isClusterMember } from '../rds/cluster-member';
import { STORES, WITH_SNAPSHOT } from './stores';

export const storeRetained: Rule = {
  id: 'backup-store-retained',
  title: 'stores outlive the stack that made them',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Deleting a stack, or a change that replaces a store, takes the data with it.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain, or to Snapshot where the store has snapshots',
  resourceTypes: STORES,
  check(store) {
    if (isClusterMember(store)) return 'not-applicable';
    const kept = WITH_SNAPSHOT.has(store.type)
      ? ['Retain', 'RetainExceptOnCreate', 'Snapshot']
      : ['Retain', 'RetainExceptOnCreate'];
    return ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name) =>
      requireLiteral(
        store.attribute(name),
        isOneOf(...kept),
        `must be ${kept.includes('Snapshot') ? 'Retain or Snapshot' : 'Retain'}`,
      ),
    );
  },
};
