import { destinationInVpc } from '../../../lib/compliance/rules/kinesisfirehose/destination-in-vpc';
import { sourcePrivate } from '../../../lib/compliance/rules/kinesisfirehose/source-private';
import { destinationCustomerKey } from '../../../lib/compliance/rules/kinesisfirehose/destination-customer-key';
import { destinationHttps } from '../../../lib/compliance/rules/kinesisfirehose/destination-https';
import { destinationLogged } from '../../../lib/compliance/rules/kinesisfirehose/destination-logged';
import { destinationSecret } from '../../../lib/compliance/rules/kinesisfirehose/destination-secret';
import { streamCustomerKey } from '../../../lib/compliance/rules/kinesisfirehose/stream-customer-key';
import { streamEncrypted } from '../../../lib/compliance/rules/kinesisfirehose/stream-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const STREAM = 'AWS::KinesisFirehose::DeliveryStream';
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/0a1b';
const encrypted = (encryption: Json, more: JsonObject = {}) =>
  subject(STREAM, { DeliveryStreamEncryptionConfigurationInput: encryption, ...more });
const toBucket = (change: JsonObject) => subject(STREAM, { ExtendedS3DestinationConfiguration: change });
const underKey = (key: Json): JsonObject => ({
  EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN: key } },
});
const toRedshift = (password: Json) =>
  subject(STREAM, { RedshiftDestinationConfiguration: { Username: 'loader', Password: password } });
const withParameter = (parameter: JsonObject) => ({
  stacks: [
    body(
      {
        Subject: resource(STREAM, {
          RedshiftDestinationConfiguration: { Username: 'loader', Password: ref('Secret') },
        }),
      },
      {
        Parameters: { Secret: { Type: 'String', ...parameter } },
      },
    ),
  ] as const,
});

export const kinesisfirehoseCases = [
  casesOf(streamEncrypted, {
    'a key of Firehose is compliant': encrypted({ KeyType: 'AWS_OWNED_CMK' }),
    'a key of your own is compliant': encrypted({ KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: KEY_ARN }),
    'no encryption is a finding': seen(
      subject(STREAM, { DeliveryStreamType: 'DirectPut' }),
      'Properties.DeliveryStreamEncryptionConfigurationInput.KeyType',
    ),
    'a key without its type is a finding': encrypted({ KeyARN: KEY_ARN }),
    'a type left to a parameter is unknown': encrypted({ KeyType: OPEN }),
    'records of a stream is not applicable': subject(STREAM, { DeliveryStreamType: 'KinesisStreamAsSource' }),
  }),
  casesOf(streamCustomerKey, {
    'a key of your own is compliant': encrypted({ KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: KEY_ARN }),
    'a key of Firehose is a finding': seen(
      encrypted({ KeyType: 'AWS_OWNED_CMK' }),
      'Properties.DeliveryStreamEncryptionConfigurationInput.KeyType',
      'Properties.DeliveryStreamEncryptionConfigurationInput.KeyARN',
    ),
    'a key left to a parameter is unknown': encrypted({ KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: OPEN }),
    'records of a cluster is not applicable': subject(STREAM, { DeliveryStreamType: 'MSKAsSource' }),
  }),
  casesOf(destinationCustomerKey, {
    'a key of your own is compliant': toBucket(underKey(KEY_ARN)),
    'no key is a finding': seen(
      toBucket({ BucketARN: 'arn:aws:s3:::vitals' }),
      'Properties.ExtendedS3DestinationConfiguration.EncryptionConfiguration.KMSEncryptionConfig.AWSKMSKeyARN',
    ),
    'a backup without a key is a finding': toBucket({ ...underKey(KEY_ARN), S3BackupConfiguration: {} }),
    'a bucket on the way without a key is a finding': subject(STREAM, {
      SplunkDestinationConfiguration: { S3Configuration: {} },
    }),
    'a key left to a parameter is unknown': toBucket(underKey(OPEN)),
    'no destination is not applicable': subject(STREAM),
  }),
  casesOf(destinationLogged, {
    'logs is compliant': toBucket({ CloudWatchLoggingOptions: { Enabled: true } }),
    'no logs is a finding': seen(
      toBucket({}),
      'Properties.ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions.Enabled',
    ),
    'no logs of a bucket on the way is a finding': subject(STREAM, {
      SplunkDestinationConfiguration: { CloudWatchLoggingOptions: { Enabled: true }, S3Configuration: {} },
    }),
    'logs turned off is a finding': toBucket({ CloudWatchLoggingOptions: { Enabled: false } }),
    'logs left to a parameter is unknown': toBucket({ CloudWatchLoggingOptions: { Enabled: OPEN } }),
    'no destination is not applicable': subject(STREAM),
  }),
  casesOf(destinationHttps, {
    'no endpoint is compliant': subject(STREAM),
    'https is compliant': subject(STREAM, {
      HttpEndpointDestinationConfiguration: {
        EndpointConfiguration: { Url: 'https://collector.example.org' },
      },
    }),
    'http is a finding': seen(
      subject(STREAM, { SplunkDestinationConfiguration: { HECEndpoint: 'http://collector.example.org' } }),
      'Properties.SplunkDestinationConfiguration.HECEndpoint',
    ),
    'an endpoint left to a parameter is unknown': subject(STREAM, {
      SplunkDestinationConfiguration: { HECEndpoint: OPEN },
    }),
  }),
  casesOf(destinationSecret, {
    'no destination with a secret is compliant': toBucket({}),
    'a secret of Secrets Manager is compliant': toRedshift(
      '{{resolve:secretsmanager:loader:SecretString:password}}',
    ),
    'a secret of a stack’s secret is compliant': toRedshift({
      'Fn::Sub': '{{resolve:secretsmanager:${Loader}:SecretString:password}}',
    }),
    'a secret that Firehose fetches itself is compliant': subject(STREAM, {
      RedshiftDestinationConfiguration: { SecretsManagerConfiguration: { Enabled: true } },
    }),
    'a parameter that is not shown is compliant': withParameter({ NoEcho: true }),
    'a parameter that is shown is a finding': withParameter({}),
    'a parameter with a default is a finding': withParameter({ NoEcho: true, Default: 'invented' }),
    'a secret written out is a finding': seen(
      toRedshift('invented'),
      'Properties.RedshiftDestinationConfiguration.Password',
    ),
    'a secret from a plain parameter of Systems Manager is a finding': toRedshift('{{resolve:ssm:/loader}}'),
    'no secret is a finding': seen(
      toRedshift(NOTHING),
      'Properties.RedshiftDestinationConfiguration.Password',
    ),
    'a secret written out in one branch is a finding': toRedshift(
      either('invented', '{{resolve:ssm-secure:loader}}'),
    ),
    'an endpoint’s key written out is a finding': subject(STREAM, {
      HttpEndpointDestinationConfiguration: { EndpointConfiguration: { AccessKey: 'invented' } },
    }),
    'a destination left to a parameter is unknown': subject(STREAM, { SplunkDestinationConfiguration: OPEN }),
  }),
  casesOf(destinationInVpc, {
    'a network is compliant': subject(STREAM, {
      AmazonopensearchserviceDestinationConfiguration: { VpcConfiguration: { SubnetIds: ['subnet-1'] } },
    }),
    'no network is a finding': seen(
      subject(STREAM, { SnowflakeDestinationConfiguration: { AccountUrl: 'https://records.example.org' } }),
      'Properties.SnowflakeDestinationConfiguration.SnowflakeVpcConfiguration',
    ),
    'a network in one branch is a finding': subject(STREAM, {
      ElasticsearchDestinationConfiguration: {
        VpcConfiguration: either({ SubnetIds: ['subnet-1'] }, NOTHING),
      },
    }),
    'another destination is not applicable': toBucket({}),
  }),
  casesOf(sourcePrivate, {
    'no such source is compliant': subject(STREAM),
    'a private cluster is compliant': subject(STREAM, {
      MSKSourceConfiguration: { AuthenticationConfiguration: { Connectivity: 'PRIVATE' } },
    }),
    'a public cluster is a finding': seen(
      subject(STREAM, {
        MSKSourceConfiguration: { AuthenticationConfiguration: { Connectivity: 'PUBLIC' } },
      }),
      'Properties.MSKSourceConfiguration.AuthenticationConfiguration.Connectivity',
    ),
    'a database without TLS is a finding': seen(
      subject(STREAM, { DatabaseSourceConfiguration: { SSLMode: 'Disabled' } }),
      'Properties.DatabaseSourceConfiguration.SSLMode',
    ),
    'a mode left to a parameter is unknown': subject(STREAM, {
      DatabaseSourceConfiguration: { SSLMode: OPEN },
    }),
  }),
];
