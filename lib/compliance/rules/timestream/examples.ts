import type { Examples } from '../example';

export const timestreamExamples: Examples = {
  'timestream-customer-key': {
    bad: `
Database:
  Type: AWS::Timestream::Database
  Properties:
    DatabaseName: vitals
`,
    good: `
Database:
  Type: AWS::Timestream::Database
  Properties:
    DatabaseName: vitals
    KmsKeyId: alias/records
`,
  },
  'timestream-influx-logged': {
    bad: `
InfluxInstance:
  Type: AWS::Timestream::InfluxDBInstance
  Properties:
    Name: vitals
`,
    good: `
InfluxInstance:
  Type: AWS::Timestream::InfluxDBInstance
  Properties:
    Name: vitals
    LogDeliveryConfiguration:
      S3Configuration:
        BucketName: !Ref Logs
        Enabled: true
`,
  },
  'timestream-influx-not-public': {
    bad: `
InfluxInstance:
  Type: AWS::Timestream::InfluxDBInstance
  Properties:
    PubliclyAccessible: true
`,
    good: `
InfluxInstance:
  Type: AWS::Timestream::InfluxDBInstance
  Properties:
    PubliclyAccessible: false
`,
  },
  'timestream-table-retention': {
    bad: `
Table:
  Type: AWS::Timestream::Table
  Properties:
    DatabaseName: vitals
`,
    good: `
Table:
  Type: AWS::Timestream::Table
  Properties:
    DatabaseName: vitals
    RetentionProperties:
      MemoryStoreRetentionPeriodInHours: 24
      MagneticStoreRetentionPeriodInDays: 2192
`,
  },
};
