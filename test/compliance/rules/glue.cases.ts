import { connectionAuthenticated } from '../../../lib/compliance/rules/glue/connection-authenticated';
import { connectionCustomerKey } from '../../../lib/compliance/rules/glue/connection-customer-key';
import { connectionInVpc } from '../../../lib/compliance/rules/glue/connection-in-vpc';
import { catalogCustomerKey } from '../../../lib/compliance/rules/glue/catalog-customer-key';
import { catalogEncrypted } from '../../../lib/compliance/rules/glue/catalog-encrypted';
import { connectionSecret } from '../../../lib/compliance/rules/glue/connection-secret';
import { connectionTls } from '../../../lib/compliance/rules/glue/connection-tls';
import { jobLogged } from '../../../lib/compliance/rules/glue/job-logged';
import { jobSecurityConfiguration } from '../../../lib/compliance/rules/glue/job-security-configuration';
import { securityConfigurationCustomerKey } from '../../../lib/compliance/rules/glue/security-configuration-customer-key';
import { securityConfigurationEncrypted } from '../../../lib/compliance/rules/glue/security-configuration-encrypted';
import { transformEncrypted } from '../../../lib/compliance/rules/glue/transform-encrypted';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const ENCRYPTED = {
  S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: 'alias/jobs' }],
  CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: 'alias/jobs' },
  JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: 'alias/jobs' },
};
const PATH = 'Properties.EncryptionConfiguration';
const configured = (change: JsonObject) =>
  subject('AWS::Glue::SecurityConfiguration', { EncryptionConfiguration: { ...ENCRYPTED, ...change } });
const CATALOG = {
  EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: 'alias/catalog' },
  ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: true, KmsKeyId: 'alias/catalog' },
};
const catalog = (change: JsonObject) =>
  subject('AWS::Glue::DataCatalogEncryptionSettings', {
    DataCatalogEncryptionSettings: { ...CATALOG, ...change },
  });
const CATALOG_PATH = 'Properties.DataCatalogEncryptionSettings';
const JOB = 'AWS::Glue::Job';
const connection = (properties: JsonObject, type: Json = 'JDBC') =>
  subject('AWS::Glue::Connection', {
    ConnectionInput: { ConnectionType: type, ConnectionProperties: properties },
  });
const CONNECTION_PATH = 'Properties.ConnectionInput.ConnectionProperties';
const learning = (mode: Json) =>
  subject('AWS::Glue::MLTransform', {
    TransformEncryption: { MLUserDataEncryption: { MLUserDataEncryptionMode: mode } },
  });

const authenticated = (authentication: JsonObject) =>
  subject('AWS::Glue::Connection', { ConnectionInput: { AuthenticationConfiguration: authentication } });

const connecting = (input: JsonObject) => subject('AWS::Glue::Connection', { ConnectionInput: input });

export const glueCases = [
  casesOf(securityConfigurationEncrypted, {
    'everything encrypted is compliant': configured({}),
    'results under a key of S3 is compliant': configured({ S3Encryptions: [{ S3EncryptionMode: 'SSE-S3' }] }),
    'results in the clear is a finding': seen(
      configured({ S3Encryptions: [{ S3EncryptionMode: 'DISABLED' }] }),
      `${PATH}.S3Encryptions`,
    ),
    'no word of results is a finding': configured({ S3Encryptions: NOTHING }),
    'logs in the clear is a finding': seen(
      configured({ CloudWatchEncryption: { CloudWatchEncryptionMode: 'DISABLED' } }),
      `${PATH}.CloudWatchEncryption.CloudWatchEncryptionMode`,
    ),
    'bookmarks in the clear is a finding': configured({ JobBookmarksEncryption: NOTHING }),
    'a mode left to a parameter is unknown': configured({ S3Encryptions: [{ S3EncryptionMode: OPEN }] }),
  }),
  casesOf(securityConfigurationCustomerKey, {
    'keys of your own is compliant': configured({}),
    'a key of AWS is a finding': seen(
      configured({ S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn: 'alias/aws/s3' }] }),
      `${PATH}.S3Encryptions.0.KmsKeyArn`,
    ),
    'no key for logs is a finding': configured({ CloudWatchEncryption: NOTHING }),
    'a key left to a parameter is unknown': configured({ JobBookmarksEncryption: { KmsKeyArn: OPEN } }),
  }),
  casesOf(catalogEncrypted, {
    'an encrypted catalog is compliant': catalog({}),
    'a catalog in the clear is a finding': seen(
      catalog({ EncryptionAtRest: { CatalogEncryptionMode: 'DISABLED' } }),
      `${CATALOG_PATH}.EncryptionAtRest.CatalogEncryptionMode`,
    ),
    'passwords in the clear is a finding': catalog({
      ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: false },
    }),
    'a mode left to a parameter is unknown': catalog({ EncryptionAtRest: { CatalogEncryptionMode: OPEN } }),
  }),
  casesOf(catalogCustomerKey, {
    'keys of your own is compliant': catalog({}),
    'no key is a finding': seen(
      catalog({ EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS' } }),
      `${CATALOG_PATH}.EncryptionAtRest.SseAwsKmsKeyId`,
    ),
    'a key left to a parameter is unknown': catalog({ ConnectionPasswordEncryption: { KmsKeyId: OPEN } }),
  }),
  casesOf(jobSecurityConfiguration, {
    'a job under a configuration is compliant': subject(JOB, { SecurityConfiguration: 'jobs' }),
    'a crawler under a configuration is compliant': subject('AWS::Glue::Crawler', {
      CrawlerSecurityConfiguration: 'jobs',
    }),
    'a job without one is a finding': seen(subject(JOB), 'Properties.SecurityConfiguration'),
    'a crawler without one is a finding': seen(
      subject('AWS::Glue::Crawler'),
      'Properties.CrawlerSecurityConfiguration',
    ),
    'one in one branch is a finding': subject(JOB, { SecurityConfiguration: either('jobs', NOTHING) }),
    'one left to a parameter is unknown': subject(JOB, { SecurityConfiguration: OPEN }),
  }),
  casesOf(jobLogged, {
    'continuous logs is compliant': subject(JOB, {
      DefaultArguments: { '--enable-continuous-cloudwatch-log': 'true' },
    }),
    'no logs is a finding': seen(
      subject(JOB),
      'Properties.DefaultArguments.--enable-continuous-cloudwatch-log',
    ),
    'logs turned off is a finding': subject(JOB, {
      DefaultArguments: { '--enable-continuous-cloudwatch-log': 'false' },
    }),
    'logs left to a parameter is unknown': subject(JOB, { DefaultArguments: OPEN }),
  }),
  casesOf(connectionTls, {
    'TLS is compliant': connection({ JDBC_ENFORCE_SSL: 'true' }),
    'a connection that is no database is compliant': connection({}, 'NETWORK'),
    'no word of TLS is a finding': seen(connection({}), `${CONNECTION_PATH}.JDBC_ENFORCE_SSL`),
    'TLS turned off is a finding': connection({ JDBC_ENFORCE_SSL: 'false' }),
    'Kafka without TLS is a finding': seen(
      connection({ KAFKA_SSL_ENABLED: 'false' }, 'KAFKA'),
      `${CONNECTION_PATH}.KAFKA_SSL_ENABLED`,
    ),
    'TLS left to a parameter is unknown': connection({ JDBC_ENFORCE_SSL: OPEN }),
  }),
  casesOf(connectionSecret, {
    'a secret by its name is compliant': connection({ SECRET_ID: 'reader' }),
    'a dynamic reference is compliant': connection({ PASSWORD: '{{resolve:ssm-secure:reader}}' }),
    'a password written out is a finding': seen(
      connection({ PASSWORD: 'invented' }),
      `${CONNECTION_PATH}.PASSWORD`,
    ),
    'a token written out is a finding': authenticated({
      OAuth2Properties: { OAuth2Credentials: { AccessToken: 'invented' } },
    }),
    'a parameter that is shown is a finding': connection({ PASSWORD: OPEN }),
  }),
  casesOf(transformEncrypted, {
    'an encrypted transform is compliant': learning('SSE-KMS'),
    'no encryption is a finding': seen(
      subject('AWS::Glue::MLTransform'),
      'Properties.TransformEncryption.MLUserDataEncryption.MLUserDataEncryptionMode',
    ),
    'encryption turned off is a finding': learning('DISABLED'),
    'a mode left to a parameter is unknown': learning(OPEN),
  }),
  casesOf(connectionCustomerKey, {
    'a key of your own is compliant': authenticated({ KmsKeyArn: 'alias/sources' }),
    'no key is a finding': seen(
      authenticated({ AuthenticationType: 'OAUTH2' }),
      'Properties.ConnectionInput.AuthenticationConfiguration.KmsKeyArn',
    ),
    'a key left to a parameter is unknown': authenticated({ KmsKeyArn: OPEN }),
    'no credentials is not applicable': connection({}),
  }),
  casesOf(connectionInVpc, {
    'a subnet is compliant': subject('AWS::Glue::Connection', {
      ConnectionInput: { PhysicalConnectionRequirements: { SubnetId: 'subnet-1' } },
    }),
    'no subnet is a finding': seen(
      connection({}),
      'Properties.ConnectionInput.PhysicalConnectionRequirements.SubnetId',
    ),
    'an empty subnet is a finding': subject('AWS::Glue::Connection', {
      ConnectionInput: { PhysicalConnectionRequirements: { SubnetId: '' } },
    }),
  }),
  casesOf(connectionAuthenticated, {
    'an authentication is compliant': connecting({
      ConnectionType: 'SALESFORCE',
      AuthenticationConfiguration: { AuthenticationType: 'OAUTH2' },
    }),
    'a secret is compliant': connecting({
      ConnectionType: 'JDBC',
      ConnectionProperties: { SECRET_ID: 'registry' },
    }),
    'nothing said is a finding': seen(
      connecting({ ConnectionType: 'JDBC' }),
      'Properties.ConnectionInput.AuthenticationConfiguration',
    ),
    'a secret in one branch is a finding': connecting({
      ConnectionType: 'JDBC',
      ConnectionProperties: either({ SECRET_ID: 'registry' }, NOTHING),
    }),
    'properties left to a parameter is unknown': connecting({
      ConnectionType: 'JDBC',
      ConnectionProperties: OPEN,
    }),
    'a network is not applicable': connecting({ ConnectionType: 'NETWORK' }),
  }),
];
