import type { VersionedStore } from '../store/versioned-store';
import type { Approvals, ApprovalWorkflow, ParkedState } from './approvals';

export interface StoredApprovalsProps {
  readonly store: VersionedStore;
  /** @default - nothing waits beside; people find parked answers by their ledger records */
  readonly workflow?: ApprovalWorkflow;
}

const DAY_MS = 86_400_000;

/** `Approvals` over any store that compares before it writes. */
export function createStoredApprovals({ store, workflow }: StoredApprovalsProps): Approvals {
  const keyOf = (requestId: string): string => `approval:${requestId}`;
  const read = async (requestId: string) => {
    const found = await store.read(keyOf(requestId));
    return found && { state: JSON.parse(found.value) as ParkedState, version: found.version };
  };
  return {
    async park(parked) {
      // kept a day longer, so that who comes late is told that it expired
      await store.write(keyOf(parked.requestId), JSON.stringify({ parked }), 0, parked.expiresAt + DAY_MS);
      await workflow?.start(parked);
    },
    async find(requestId) {
      return (await read(requestId))?.state;
    },
    async decide(requestId, decision) {
      const found = await read(requestId);
      if (found === undefined || found.state.decision !== undefined) return false;
      const { parked } = found.state;
      const value = JSON.stringify({ parked, decision });
      if (!(await store.write(keyOf(requestId), value, found.version, parked.expiresAt + DAY_MS)))
        return false;
      await workflow?.finish(parked, decision);
      return true;
    },
  };
}
