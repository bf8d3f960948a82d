import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../../errors';

/** What refuses the second knowledge base over one store: their documents would answer each other's questions. */
export function takenOnce(store: IConstruct): () => void {
  let isTaken = false;
  return () => {
    if (isTaken)
      throw new ConfigurationError(
        store,
        'VectorStoreTaken',
        'another knowledge base keeps its vectors here; give each a store of its own',
      );
    isTaken = true;
  };
}
