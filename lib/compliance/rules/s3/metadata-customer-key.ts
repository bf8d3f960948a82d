import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

const TABLES = ['JournalTableConfiguration', 'InventoryTableConfiguration', 'AnnotationTableConfiguration'];

export const metadataCustomerKey: Rule = {
  id: 's3-metadata-customer-key',
  title: 'metadata tables of buckets encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The tables list every object with its key and tags, names in them included.',
  fix: 'set SseAlgorithm aws:kms and KmsKeyArn in EncryptionConfiguration of each table',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const metadata = bucket.property('MetadataConfiguration');
    const tables = TABLES.map((name) => metadata.at(name)).filter((table) => table.isPresent);
    if (tables.length === 0) return 'not-applicable';
    return tables.flatMap((table) =>
      whereThere(table, (each) => [
        ...requireLiteral(
          each.at('EncryptionConfiguration.SseAlgorithm'),
          (name) => name === 'aws:kms',
          'must be aws:kms',
        ),
        ...requireCustomerKey(each.at('EncryptionConfiguration.KmsKeyArn')),
      ]),
    );
  },
};
