import type { Examples } from '../example';

export const athenaExamples: Examples = {
  'athena-workgroup-bucket-owner': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
        ExpectedBucketOwner: '111122223333'
`,
  },
  'athena-workgroup-customer-key': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        EncryptionConfiguration:
          EncryptionOption: SSE_S3
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        EncryptionConfiguration:
          EncryptionOption: SSE_KMS
          KmsKey: alias/results
`,
  },
  'athena-workgroup-encrypted': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
        EncryptionConfiguration:
          EncryptionOption: SSE_KMS
          KmsKey: alias/results
`,
  },
  'athena-workgroup-enforced': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      EnforceWorkGroupConfiguration: false
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      EnforceWorkGroupConfiguration: true
`,
  },
  'athena-workgroup-kept': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    RecursiveDeleteOption: true
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
`,
  },
  'athena-workgroup-logs-customer-key': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      MonitoringConfiguration:
        ManagedLoggingConfiguration:
          Enabled: true
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      MonitoringConfiguration:
        ManagedLoggingConfiguration:
          Enabled: true
          KmsKey: arn:aws:kms:us-east-1:111122223333:key/0a1b
`,
  },
  'athena-workgroup-metered': {
    bad: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      PublishCloudWatchMetricsEnabled: false
`,
    good: `
Research:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: research
    WorkGroupConfiguration:
      PublishCloudWatchMetricsEnabled: true
`,
  },
  'athena-workgroup-session-logged': {
    bad: `
Notebooks:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: notebooks
    WorkGroupConfiguration:
      EngineVersion:
        SelectedEngineVersion: PySpark engine version 3
`,
    good: `
Notebooks:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: notebooks
    WorkGroupConfiguration:
      EngineVersion:
        SelectedEngineVersion: PySpark engine version 3
      MonitoringConfiguration:
        CloudWatchLoggingConfiguration:
          Enabled: true
          LogGroup: notebooks
`,
  },
};
