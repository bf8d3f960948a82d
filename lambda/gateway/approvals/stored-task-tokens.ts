import { z } from 'zod';
import { TASK_TOKEN_OBJECT } from '../../../lib/contract/gateway';
import type { VersionedStore } from '../store/versioned-store';

const written = z.object({ taskToken: z.string().min(1) });

/** Tokens that tasks left in the bucket's store, each written once by Step Functions and only read here. */
export function storedTaskTokens(store: Pick<VersionedStore, 'read'>) {
  return async (requestId: string): Promise<string | undefined> => {
    const found = await store.read(`${TASK_TOKEN_OBJECT.before}${requestId}`);
    return found && written.parse(JSON.parse(found.value)).taskToken;
  };
}
