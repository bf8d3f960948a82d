import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../../errors';

/** What a model can make of a text. */
interface Embedding {
  /** How many numbers its vectors may have. */
  readonly dimensions: readonly number[];
  /** Whether it is told how many; one that makes vectors of one size refuses to be. */
  readonly isTold: boolean;
}

/**
 * Models whose sizes are known here; of another one the size is taken as it is given, and the model is not told.
 * Source: Bedrock user guide, "Supported models and Regions for knowledge bases", vector dimensions.
 */
const EMBEDDINGS: Readonly<Record<string, Embedding>> = {
  'amazon.titan-embed-text-v1': { dimensions: [1536], isTold: false },
  'amazon.titan-embed-text-v2:0': { dimensions: [256, 512, 1024], isTold: true },
  'cohere.embed-english-v3': { dimensions: [1024], isTold: false },
  'cohere.embed-multilingual-v3': { dimensions: [1024], isTold: false },
};

/** @throws ConfigurationError `VectorDimension` that no vector of the store can have */
export function requireDimension(scope: IConstruct, dimension: number, most: number): void {
  if (Number.isInteger(dimension) && dimension >= 1 && dimension <= most) return;
  throw new ConfigurationError(
    scope,
    'VectorDimension',
    `dimension is ${dimension}; give a whole number from 1 to ${most}, that of the embedding model`,
  );
}

/**
 * The size a model is told to make its vectors; undefined where it is not told.
 * @throws ConfigurationError `EmbeddingDimension` that the model does not make
 */
export function toldDimension(scope: IConstruct, modelId: string, dimension: number): number | undefined {
  const embedding = EMBEDDINGS[modelId];
  if (!embedding) return undefined;
  if (!embedding.dimensions.includes(dimension))
    throw new ConfigurationError(
      scope,
      'EmbeddingDimension',
      `the store takes vectors of ${dimension} numbers and model '${modelId}' makes ${embedding.dimensions.join(' or ')}; give the store one of these`,
    );
  return embedding.isTold ? dimension : undefined;
}
