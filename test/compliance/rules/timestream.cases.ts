import type { JsonObject } from '../../../lib/compliance/template/json';
import { customerKey } from '../../../lib/compliance/rules/timestream/customer-key';
import { influxLogged } from '../../../lib/compliance/rules/timestream/influx-logged';
import { influxNotPublic } from '../../../lib/compliance/rules/timestream/influx-not-public';
import { tableRetention } from '../../../lib/compliance/rules/timestream/table-retention';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const DATABASE = 'AWS::Timestream::Database';
const TABLE = 'AWS::Timestream::Table';
const QUERY = 'AWS::Timestream::ScheduledQuery';
const INFLUX = 'AWS::Timestream::InfluxDBInstance';
const rejecting = (bucket: JsonObject) =>
  subject(TABLE, {
    MagneticStoreWriteProperties: { MagneticStoreRejectedDataLocation: { S3Configuration: bucket } },
  });
const reporting = (bucket: JsonObject) => ({
  KmsKeyId: 'alias/vitals',
  ErrorReportConfiguration: { S3Configuration: bucket },
});
const REJECTED = 'Properties.MagneticStoreWriteProperties.MagneticStoreRejectedDataLocation.S3Configuration';
export const timestreamCases = [
  casesOf(customerKey, {
    ...propertyCases(DATABASE, 'KmsKeyId', {
      good: ['alias/vitals'],
      bad: ['alias/aws/timestream'],
      absent: 'a finding',
    }),
    'rejected data under a key is compliant': rejecting({
      EncryptionOption: 'SSE_KMS',
      KmsKeyId: 'alias/vitals',
    }),
    'rejected data under the key of S3 is a finding': seen(
      rejecting({ EncryptionOption: 'SSE_S3', KmsKeyId: 'alias/vitals' }),
      `${REJECTED}.EncryptionOption`,
    ),
    'rejected data without a key is a finding': seen(
      rejecting({ EncryptionOption: 'SSE_KMS' }),
      `${REJECTED}.KmsKeyId`,
    ),
    'a table that keeps no rejected data is not applicable': subject(TABLE),
    'a query with error reports under a key is compliant': subject(
      QUERY,
      reporting({ EncryptionOption: 'SSE_KMS' }),
    ),
    'a query with error reports under the key of S3 is a finding': subject(
      QUERY,
      reporting({ EncryptionOption: 'SSE_S3' }),
    ),
  }),
  casesOf(
    influxLogged,
    propertyCases(INFLUX, 'LogDeliveryConfiguration.S3Configuration.Enabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(
    influxNotPublic,
    propertyCases(INFLUX, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'compliant' }),
  ),
  casesOf(tableRetention, {
    'a table that says how long is compliant': subject(TABLE, {
      RetentionProperties: { MemoryStoreRetentionPeriodInHours: 24 },
    }),
    'a table that does not say is a finding': seen(subject(TABLE), 'Properties.RetentionProperties'),
    'a table left to a parameter is unknown': subject(TABLE, { RetentionProperties: OPEN }),
  }),
];
