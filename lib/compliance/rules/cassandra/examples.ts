import type { Examples } from '../example';

export const cassandraExamples: Examples = {
  'cassandra-customer-key': {
    bad: `
Table:
  Type: AWS::Cassandra::Table
  Properties:
    EncryptionSpecification:
      EncryptionType: AWS_OWNED_KMS_KEY
`,
    good: `
Table:
  Type: AWS::Cassandra::Table
  Properties:
    EncryptionSpecification:
      EncryptionType: CUSTOMER_MANAGED_KMS_KEY
      KmsKeyIdentifier: alias/records
`,
  },
  'cassandra-point-in-time-recovery': {
    bad: `
Table:
  Type: AWS::Cassandra::Table
  Properties:
    PointInTimeRecoveryEnabled: false
`,
    good: `
Table:
  Type: AWS::Cassandra::Table
  Properties:
    PointInTimeRecoveryEnabled: true
`,
  },
};
