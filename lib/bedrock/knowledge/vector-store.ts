import type { aws_bedrock as bedrock, aws_iam as iam } from 'aws-cdk-lib';
import type { IDependable } from 'constructs';
import type { PromptClass } from '../../contract/data-class';

/** What a knowledge base gets from the store that was opened to its role. */
export interface OpenedVectorStore {
  readonly configuration: bedrock.CfnKnowledgeBase.StorageConfigurationProperty;
  /** What the role is allowed there, and nothing beside. */
  readonly statements: readonly iam.PolicyStatement[];
  /** Must be there before the knowledge base: Bedrock looks at the store when it makes one. */
  readonly dependencies: readonly IDependable[];
}

/** Where a knowledge base keeps vectors and the text they stand for: `PhiVectorIndex` or `PhiSearchCollection`. */
export interface IVectorStore {
  /** What the documents behind the vectors hold. */
  readonly dataClass: PromptClass;
  /** How many numbers a vector has. */
  readonly dimension: number;
  /**
   * Opens the store to the role of one knowledge base, for good. The policy of each names the other, so they are in one
   * stack.
   * @throws ConfigurationError `VectorStoreTaken` the second time
   */
  openTo(role: iam.IRole): OpenedVectorStore;
}
