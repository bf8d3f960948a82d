import type { Resource } from '../../template/resource';
import { linked } from '../cloudformation/companions';

export const EMBEDDING_MODEL =
  'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn';

/** Steps in which a model may read documents while they are taken in. */
const READERS = ['ParsingConfiguration', 'ContextEnrichmentConfiguration'] as const;

const sourcesOf = linked(['AWS::Bedrock::DataSource'], (source) => source.property('KnowledgeBaseId'));

/** The models that a knowledge base is set up to call, each as `modelOf` tells it. */
export function modelsUsedBy(base: Resource): ReadonlySet<string> {
  const readers = sourcesOf(base).flatMap((source) => READERS.map((step) => source.property(readerIn(step))));
  return new Set([base.property(EMBEDDING_MODEL), ...readers].flatMap((each) => each.texts().map(modelOf)));
}

/** What an ARN names, whichever way partition and Region are written. */
export function modelOf(arn: string): string {
  return /:(?<named>[a-z-]+\/.+)$/u.exec(arn)?.groups?.['named'] ?? arn;
}

function readerIn(step: string): string {
  return `VectorIngestionConfiguration.${step}.BedrockFoundationModelConfiguration.ModelArn`;
}
