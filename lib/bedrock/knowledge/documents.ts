import type { aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import type { DataClass } from '../../contract/data-class';

/** A bucket whose contents are classified; `PhiBucket` is one. */
export interface ClassifiedBucket {
  readonly bucket: s3.IBucket;
  /** Encrypts its objects. */
  readonly encryptionKey: kms.IKey;
  readonly dataClass: DataClass;
}

/** How documents are cut before they are embedded: what is found and handed over is a chunk. */
export interface Chunking {
  /** Most tokens of a chunk: 20 to 8192, and no more than the embedding model reads. */
  readonly maxTokens: number;
  /** Percent of a chunk that the next one repeats: 1 to 99. */
  readonly overlapPercentage: number;
}
