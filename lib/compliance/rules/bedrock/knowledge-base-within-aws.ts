import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Run by other companies, wherever their customers' clusters are. Source: CloudFormation reference, StorageConfiguration. */
const ELSEWHERE: readonly unknown[] = ['PINECONE', 'MONGO_DB_ATLAS', 'REDIS_ENTERPRISE_CLOUD'];

export const knowledgeBaseWithinAws: Rule = {
  id: 'bedrock-knowledge-base-within-aws',
  title: 'knowledge bases keep their vectors and text in AWS',
  severity: 'error',
  controls: ['164.308(b)(1)', '164.502(e)'],
  profiles: ['hipaa', 'ai'],
  why: 'A vector store of another company gets the text of every chunk, and the agreement with AWS does not cover it.',
  fix: 'use OpenSearch, S3 Vectors, RDS or Neptune, or waive this with your agreement with the provider',
  resourceTypes: ['AWS::Bedrock::KnowledgeBase'],
  check(base) {
    return allowLiteral(
      base.property('StorageConfiguration.Type'),
      (type) => !ELSEWHERE.includes(type),
      'must be a store that AWS runs',
    );
  },
};
