import type { VersionedStore } from '../store/versioned-store';
import type { Approvals, ApprovalWorkflow, ParkedState } from './approvals';

export interface StoredApprovalsProps {
  readonly store: VersionedStore;
  /** @default - nothing waits beside; people find parked answers by their ledger records */
  readonly workflow?: ApprovalWorkflow;
}

/** As the store holds it. */
interface Row extends ParkedState {
  /** The workflow knows of the decision. */
  readonly told?: true;
}

interface Found {
  readonly row: Row;
  readonly version: number;
}

const DAY_MS = 86_400_000;

/** `Approvals` over any store that compares before it writes. The store decides; the workflow is told. */
export function createStoredApprovals({ store, workflow }: StoredApprovalsProps): Approvals {
  const keyOf = (requestId: string): string => `approval:${requestId}`;

  async function read(requestId: string): Promise<Found | undefined> {
    const found = await store.read(keyOf(requestId));
    return found && { row: JSON.parse(found.value) as Row, version: found.version };
  }

  function write(row: Partial<Row> & Pick<Row, 'parked'>, seen: number): Promise<boolean> {
    const { requestId, expiresAt } = row.parked;
    // kept a day longer, so that who comes late is told that it expired
    return store.write(keyOf(requestId), JSON.stringify(row), seen, expiresAt + DAY_MS);
  }

  async function tell({ row, version }: Found): Promise<boolean> {
    const { parked, decision, told } = row;
    if (workflow === undefined || decision === undefined || told === true) return true;
    try {
      if (!(await workflow.finish(parked, decision))) return false;
      // lost: the workflow is told once more, and says that nothing waits
      await write({ parked, decision, told: true }, version);
      return true;
    } catch {
      return false;
    }
  }

  return {
    async park(parked) {
      const isNew = await write({ parked }, 0);
      // it waited before, and a workflow that failed to start may have left it for somebody to decide on
      if (!isNew && (await read(parked.requestId))?.row.decision !== undefined) return;
      await workflow?.start(parked);
    },
    async find(requestId) {
      const found = await read(requestId);
      return found && { parked: found.row.parked, decision: found.row.decision };
    },
    async decide(requestId, decision) {
      const found = await read(requestId);
      if (found === undefined || found.row.decision !== undefined) return 'too-late';
      const row = { parked: found.row.parked, decision };
      if (!(await write(row, found.version))) return 'too-late';
      return (await tell({ row, version: found.version + 1 })) ? 'told' : 'not-told';
    },
    async reconcile(requestId) {
      const found = await read(requestId).catch(() => undefined);
      if (found !== undefined) await tell(found);
    },
  };
}
