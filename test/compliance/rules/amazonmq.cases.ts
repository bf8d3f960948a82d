import { brokerSubnets } from '../../../lib/compliance/rules/amazonmq/broker-subnets';
import { brokerRetained } from '../../../lib/compliance/rules/amazonmq/broker-retained';
import { brokerCustomerKey } from '../../../lib/compliance/rules/amazonmq/broker-customer-key';
import { brokerDirectory } from '../../../lib/compliance/rules/amazonmq/broker-directory';
import { brokerLogged } from '../../../lib/compliance/rules/amazonmq/broker-logged';
import { brokerMinorUpgrades } from '../../../lib/compliance/rules/amazonmq/broker-minor-upgrades';
import { brokerNotPublic } from '../../../lib/compliance/rules/amazonmq/broker-not-public';
import { brokerSecret } from '../../../lib/compliance/rules/amazonmq/broker-secret';
import { brokerStandby } from '../../../lib/compliance/rules/amazonmq/broker-standby';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const broker = (properties: JsonObject = {}) => subject('AWS::AmazonMQ::Broker', properties);

export const amazonmqCases = [
  casesOf(brokerNotPublic, {
    'nothing said is compliant': broker(),
    'a private broker is compliant': broker({ PubliclyAccessible: false }),
    'a public broker is a finding': seen(
      broker({ PubliclyAccessible: true }),
      'Properties.PubliclyAccessible',
    ),
    'access left to a parameter is unknown': broker({ PubliclyAccessible: OPEN }),
  }),
  casesOf(brokerCustomerKey, {
    'a key of your own is compliant': broker({
      EncryptionOptions: { UseAwsOwnedKey: false, KmsKeyId: 'alias/broker' },
    }),
    'nothing said is a finding': seen(
      broker(),
      'Properties.EncryptionOptions.UseAwsOwnedKey',
      'Properties.EncryptionOptions.KmsKeyId',
    ),
    'a key of AWS is a finding': broker({ EncryptionOptions: { UseAwsOwnedKey: true } }),
    'a key left to a parameter is unknown': broker({
      EncryptionOptions: { UseAwsOwnedKey: false, KmsKeyId: OPEN },
    }),
  }),
  casesOf(brokerLogged, {
    'both logs is compliant': broker({ EngineType: 'ACTIVEMQ', Logs: { General: true, Audit: true } }),
    'the general log of RabbitMQ is compliant': broker({ EngineType: 'RabbitMQ', Logs: { General: true } }),
    'no logs is a finding': seen(broker(), 'Properties.Logs.General', 'Properties.Logs.Audit'),
    'no audit log of ActiveMQ is a finding': broker({ EngineType: 'ACTIVEMQ', Logs: { General: true } }),
    'no log of RabbitMQ is a finding': broker({ EngineType: 'RABBITMQ' }),
    'logs left to a parameter is unknown': broker({ Logs: { General: OPEN, Audit: true } }),
  }),
  casesOf(brokerMinorUpgrades, {
    'upgrades is compliant': broker({ AutoMinorVersionUpgrade: true }),
    'no upgrades is a finding': seen(
      broker({ AutoMinorVersionUpgrade: false }),
      'Properties.AutoMinorVersionUpgrade',
    ),
    'upgrades left to a parameter is unknown': broker({ AutoMinorVersionUpgrade: OPEN }),
  }),
  casesOf(brokerDirectory, {
    'a directory is compliant': broker({ AuthenticationStrategy: 'LDAP' }),
    'nothing said is a finding': seen(broker(), 'Properties.AuthenticationStrategy'),
    'users of the broker is a finding': broker({ AuthenticationStrategy: 'simple' }),
    'a strategy left to a parameter is unknown': broker({ AuthenticationStrategy: OPEN }),
  }),
  casesOf(brokerStandby, {
    'a standby is compliant': broker({ DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ' }),
    'one broker is a finding': seen(
      broker({ DeploymentMode: 'SINGLE_INSTANCE' }),
      'Properties.DeploymentMode',
    ),
    'a mode left to a parameter is unknown': broker({ DeploymentMode: OPEN }),
  }),
  casesOf(brokerSecret, {
    'no users is compliant': broker(),
    'a secret of Secrets Manager is compliant': broker({
      Users: [{ Username: 'app', Password: '{{resolve:secretsmanager:broker:SecretString:password}}' }],
    }),
    'a password written out is a finding': seen(
      broker({ Users: [{ Username: 'app', Password: 'invented' }] }),
      'Properties.Users.0.Password',
    ),
    'a password written out in one branch is a finding': broker({
      Users: [{ Username: 'app', Password: either('invented', OPEN) }],
    }),
    'a password of the directory written out is a finding': broker({
      LdapServerMetadata: { ServiceAccountPassword: 'invented' },
    }),
    'a parameter that is shown is a finding': broker({ Users: [{ Username: 'app', Password: OPEN }] }),
    'a directory that cannot be read is unknown': broker({ LdapServerMetadata: OPEN }),
  }),
  casesOf(brokerRetained, {
    'a retained broker is compliant': stack({
      Subject: resource(
        'AWS::AmazonMQ::Broker',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'a broker that goes with its stack is a finding': seen(
      subject('AWS::AmazonMQ::Broker'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource('AWS::AmazonMQ::Broker', {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
  casesOf(brokerSubnets, {
    'subnets is compliant': subject('AWS::AmazonMQ::Broker', { SubnetIds: ['subnet-0a1b'] }),
    'no subnets is a finding': seen(subject('AWS::AmazonMQ::Broker'), 'Properties.SubnetIds'),
    'an empty list is a finding': subject('AWS::AmazonMQ::Broker', { SubnetIds: [] }),
    'subnets left to a parameter is unknown': subject('AWS::AmazonMQ::Broker', { SubnetIds: OPEN }),
  }),
];
