import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PromptClass } from '../../contract/data-class';
import { ConfigurationError } from '../../errors';
import type { ModelAccess } from '../model-access';
import { modelInStack } from '../model-in-stack';
import type { Chunking, ClassifiedBucket } from './documents';
import type { IVectorStore } from './vector-store';

/** Source: Bedrock API reference, CreateKnowledgeBase; what is taken from 100 is added by the construct. */
const NAME = /^(?:[0-9a-zA-Z][_-]?){1,90}$/u;
const LONGEST_NAME = 90;
/** Source: Bedrock API reference, S3DataSourceConfiguration. */
const LONGEST_PREFIX = 300;
/** Source: Bedrock API reference, FixedSizeChunkingConfiguration; a chunk below 20 tokens says nothing. */
const TOKENS = { least: 20, most: 8192 } as const;

export interface KnowledgeBaseChecks {
  readonly name: string;
  readonly dataClass: PromptClass;
  readonly documents: ClassifiedBucket;
  readonly prefix: string;
  readonly store: IVectorStore;
  readonly access: ModelAccess;
  readonly embeddingModelId: string;
  readonly chunking: Chunking;
}

/**
 * @returns the id of the embedding model
 * @throws ConfigurationError for the first thing that cannot be used
 */
export function checkKnowledgeBase(scope: IConstruct, props: KnowledgeBaseChecks): string {
  const refuse = (code: string, message: string): never => {
    throw new ConfigurationError(scope, code, message);
  };
  const { name, dataClass, prefix, chunking } = props;
  if (!Token.isUnresolved(name) && (!NAME.test(name) || name.length > LONGEST_NAME))
    refuse(
      'KnowledgeBaseName',
      `name is '${name}'; give 1 to ${LONGEST_NAME} letters, digits, and single '-' and '_' between them`,
    );
  for (const [what, of] of [
    ['documents', props.documents.dataClass],
    ['store', props.store.dataClass],
  ] as const)
    if (of !== dataClass)
      refuse(
        'KnowledgeBaseClass',
        `dataClass is ${dataClass} and ${what} is of ${of}; a knowledge base and what it is made of have one class`,
      );
  if (prefix !== '' && (!prefix.endsWith('/') || prefix.length > LONGEST_PREFIX))
    refuse(
      'KnowledgeBasePrefix',
      `prefix is '${prefix}'; give up to ${LONGEST_PREFIX} characters with a slash at the end`,
    );
  checkChunking(chunking, refuse);
  const model = modelInStack(
    scope,
    { access: props.access, modelId: props.embeddingModelId, dataClass },
    { model: 'EmbeddingModel', region: 'EmbeddingRegion' },
  );
  if (model.inferenceProfile)
    refuse(
      'EmbeddingProfile',
      `model '${model.modelId}' is approved through the profile '${model.inferenceProfile.id}'; a knowledge base calls a model by itself, in its own Region`,
    );
  return model.modelId;
}

function checkChunking(
  { maxTokens, overlapPercentage }: Chunking,
  refuse: (code: string, message: string) => never,
): void {
  if (!Number.isInteger(maxTokens) || maxTokens < TOKENS.least || maxTokens > TOKENS.most)
    refuse('Chunking', `chunking.maxTokens is ${maxTokens}; give ${TOKENS.least} to ${TOKENS.most}`);
  if (!Number.isInteger(overlapPercentage) || overlapPercentage < 1 || overlapPercentage > 99)
    refuse('Chunking', `chunking.overlapPercentage is ${overlapPercentage}; give 1 to 99`);
}
