import type { Examples } from '../example';

export const glueExamples: Examples = {
  'glue-catalog-customer-key': {
    bad: `
Catalog:
  Type: AWS::Glue::DataCatalogEncryptionSettings
  Properties:
    CatalogId: '111122223333'
    DataCatalogEncryptionSettings:
      EncryptionAtRest:
        CatalogEncryptionMode: SSE-KMS
`,
    good: `
Catalog:
  Type: AWS::Glue::DataCatalogEncryptionSettings
  Properties:
    CatalogId: '111122223333'
    DataCatalogEncryptionSettings:
      EncryptionAtRest:
        CatalogEncryptionMode: SSE-KMS
        SseAwsKmsKeyId: alias/catalog
      ConnectionPasswordEncryption:
        ReturnConnectionPasswordEncrypted: true
        KmsKeyId: alias/catalog
`,
  },
  'glue-catalog-encrypted': {
    bad: `
Catalog:
  Type: AWS::Glue::DataCatalogEncryptionSettings
  Properties:
    CatalogId: '111122223333'
    DataCatalogEncryptionSettings:
      EncryptionAtRest:
        CatalogEncryptionMode: DISABLED
`,
    good: `
Catalog:
  Type: AWS::Glue::DataCatalogEncryptionSettings
  Properties:
    CatalogId: '111122223333'
    DataCatalogEncryptionSettings:
      EncryptionAtRest:
        CatalogEncryptionMode: SSE-KMS
      ConnectionPasswordEncryption:
        ReturnConnectionPasswordEncrypted: true
`,
  },
  'glue-connection-authenticated': {
    bad: `
Registry:
  Type: AWS::Glue::Connection
  Properties:
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        JDBC_CONNECTION_URL: jdbc:postgresql://registry.example.org:5432/cohorts
`,
    good: `
Registry:
  Type: AWS::Glue::Connection
  Properties:
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        JDBC_CONNECTION_URL: jdbc:postgresql://registry.example.org:5432/cohorts
        SECRET_ID: registry
`,
  },
  'glue-connection-customer-key': {
    bad: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: SALESFORCE
      AuthenticationConfiguration:
        AuthenticationType: OAUTH2
`,
    good: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: SALESFORCE
      AuthenticationConfiguration:
        AuthenticationType: OAUTH2
        KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'glue-connection-in-vpc': {
    bad: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
`,
    good: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
      PhysicalConnectionRequirements:
        SubnetId: subnet-0a1b
`,
  },
  'glue-connection-secret': {
    bad: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        USERNAME: reader
        PASSWORD: example
`,
    good: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        SECRET_ID: records-reader
`,
  },
  'glue-connection-tls': {
    bad: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        JDBC_CONNECTION_URL: jdbc:postgresql://records.example.org/records
`,
    good: `
Records:
  Type: AWS::Glue::Connection
  Properties:
    CatalogId: '111122223333'
    ConnectionInput:
      ConnectionType: JDBC
      ConnectionProperties:
        JDBC_CONNECTION_URL: jdbc:postgresql://records.example.org/records
        JDBC_ENFORCE_SSL: 'true'
`,
  },
  'glue-job-logged': {
    bad: `
Import:
  Type: AWS::Glue::Job
  Properties:
    Role: arn:aws:iam::111122223333:role/import
`,
    good: `
Import:
  Type: AWS::Glue::Job
  Properties:
    Role: arn:aws:iam::111122223333:role/import
    DefaultArguments:
      '--enable-continuous-cloudwatch-log': 'true'
`,
  },
  'glue-job-security-configuration': {
    bad: `
Import:
  Type: AWS::Glue::Job
  Properties:
    Role: arn:aws:iam::111122223333:role/import
`,
    good: `
Import:
  Type: AWS::Glue::Job
  Properties:
    Role: arn:aws:iam::111122223333:role/import
    SecurityConfiguration: jobs
`,
  },
  'glue-security-configuration-customer-key': {
    bad: `
Jobs:
  Type: AWS::Glue::SecurityConfiguration
  Properties:
    Name: jobs
    EncryptionConfiguration:
      S3Encryptions:
        - S3EncryptionMode: SSE-S3
`,
    good: `
Jobs:
  Type: AWS::Glue::SecurityConfiguration
  Properties:
    Name: jobs
    EncryptionConfiguration:
      CloudWatchEncryption:
        KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
      JobBookmarksEncryption:
        KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'glue-security-configuration-encrypted': {
    bad: `
Jobs:
  Type: AWS::Glue::SecurityConfiguration
  Properties:
    Name: jobs
    EncryptionConfiguration:
      CloudWatchEncryption:
        CloudWatchEncryptionMode: DISABLED
`,
    good: `
Jobs:
  Type: AWS::Glue::SecurityConfiguration
  Properties:
    Name: jobs
    EncryptionConfiguration:
      S3Encryptions:
        - S3EncryptionMode: SSE-KMS
          KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
      CloudWatchEncryption:
        CloudWatchEncryptionMode: SSE-KMS
        KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
      JobBookmarksEncryption:
        JobBookmarksEncryptionMode: CSE-KMS
        KmsKeyArn: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'glue-transform-encrypted': {
    bad: `
Match:
  Type: AWS::Glue::MLTransform
  Properties:
    Role: arn:aws:iam::111122223333:role/match
`,
    good: `
Match:
  Type: AWS::Glue::MLTransform
  Properties:
    Role: arn:aws:iam::111122223333:role/match
    TransformEncryption:
      MLUserDataEncryption:
        MLUserDataEncryptionMode: SSE-KMS
`,
  },
};
