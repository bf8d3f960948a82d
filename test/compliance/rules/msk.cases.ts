import { clusterRetained } from '../../../lib/compliance/rules/msk/cluster-retained';
import { clusterAuthenticated } from '../../../lib/compliance/rules/msk/cluster-authenticated';
import { clusterCustomerKey } from '../../../lib/compliance/rules/msk/cluster-customer-key';
import { clusterLogged } from '../../../lib/compliance/rules/msk/cluster-logged';
import { clusterMonitored } from '../../../lib/compliance/rules/msk/cluster-monitored';
import { clusterNotPublic } from '../../../lib/compliance/rules/msk/cluster-not-public';
import { clusterPolicyNotPublic } from '../../../lib/compliance/rules/msk/cluster-policy-not-public';
import { clusterTls } from '../../../lib/compliance/rules/msk/cluster-tls';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const CLUSTER = 'AWS::MSK::Cluster';
const inTransit = (transit: JsonObject) =>
  subject(CLUSTER, { EncryptionInfo: { EncryptionInTransit: transit } });
const atRest = (key: Json) =>
  subject(CLUSTER, { EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: key } } });
const authenticated = (ways: Json) => subject(CLUSTER, { ClientAuthentication: ways });
const connected = (ways: Json) =>
  subject(CLUSTER, {
    ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
    BrokerNodeGroupInfo: { ConnectivityInfo: { VpcConnectivity: { ClientAuthentication: ways } } },
  });
const reachable = (type: Json) =>
  subject(CLUSTER, { BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: { Type: type } } } });
const logging = (logs: Json) => subject(CLUSTER, { LoggingInfo: { BrokerLogs: logs } });
const policied = (principal: Json) =>
  subject('AWS::MSK::ClusterPolicy', {
    Policy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kafka:*', Resource: '*' }] },
  });

export const mskCases = [
  casesOf(clusterTls, {
    'nothing said is compliant': subject(CLUSTER),
    'TLS is compliant': inTransit({ ClientBroker: 'TLS', InCluster: true }),
    'TLS or not is a finding': seen(
      inTransit({ ClientBroker: 'TLS_PLAINTEXT' }),
      'Properties.EncryptionInfo.EncryptionInTransit.ClientBroker',
    ),
    'brokers without TLS is a finding': inTransit({ ClientBroker: 'TLS', InCluster: false }),
    'TLS left to a parameter is unknown': inTransit({ ClientBroker: OPEN }),
  }),
  casesOf(clusterCustomerKey, {
    'a key of your own is compliant': atRest('alias/events'),
    'no key is a finding': seen(
      subject(CLUSTER),
      'Properties.EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
    ),
    'a key of AWS is a finding': atRest('alias/aws/kafka'),
    'a key left to a parameter is unknown': atRest(OPEN),
  }),
  casesOf(clusterAuthenticated, {
    'IAM is compliant': authenticated({ Sasl: { Iam: { Enabled: true } } }),
    'certificates is compliant': authenticated({
      Tls: {
        CertificateAuthorityArnList: ['arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b'],
      },
    }),
    'a serverless cluster with IAM is compliant': subject('AWS::MSK::ServerlessCluster', {
      ClientAuthentication: { Sasl: { Iam: { Enabled: true } } },
    }),
    'a serverless cluster without IAM is a finding': subject('AWS::MSK::ServerlessCluster', {
      ClientAuthentication: { Sasl: { Iam: { Enabled: false } } },
    }),
    'no authentication is a finding': seen(subject(CLUSTER), 'Properties.ClientAuthentication'),
    'none beside IAM is a finding': seen(
      authenticated({ Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: true } }),
      'Properties.ClientAuthentication.Unauthenticated.Enabled',
    ),
    'clients of other VPCs that sign in is compliant': connected({ Sasl: { Scram: { Enabled: true } } }),
    'clients of other VPCs that do not sign in is a finding': seen(
      connected({ Sasl: { Scram: { Enabled: false } } }),
      'Properties.BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity.ClientAuthentication',
    ),
    'clients of other VPCs without a way to sign in is a finding': connected(NOTHING),
    'sign-in of clients of other VPCs left to a parameter is unknown': connected({ Tls: { Enabled: OPEN } }),
    'IAM turned off is a finding': authenticated({ Sasl: { Iam: { Enabled: false } } }),
    'IAM in one branch is a finding': authenticated(either({ Sasl: { Iam: { Enabled: true } } }, NOTHING)),
    'authentication left to a parameter is unknown': authenticated({ Sasl: { Iam: { Enabled: OPEN } } }),
  }),
  casesOf(clusterNotPublic, {
    'nothing said is compliant': subject(CLUSTER),
    'no public access is compliant': reachable('DISABLED'),
    'public addresses is a finding': seen(
      reachable('SERVICE_PROVIDED_EIPS'),
      'Properties.BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
    ),
    'access left to a parameter is unknown': reachable(OPEN),
  }),
  casesOf(clusterLogged, {
    'logs to a group is compliant': logging({ CloudWatchLogs: { Enabled: true } }),
    'logs to a bucket is compliant': logging({ S3: { Enabled: true }, Firehose: { Enabled: false } }),
    'no logs is a finding': seen(subject(CLUSTER), 'Properties.LoggingInfo.BrokerLogs'),
    'logs turned off is a finding': logging({ CloudWatchLogs: { Enabled: false } }),
    'logs left to a parameter is unknown': logging({ CloudWatchLogs: { Enabled: OPEN } }),
  }),
  casesOf(clusterMonitored, {
    'metrics of brokers is compliant': subject(CLUSTER, { EnhancedMonitoring: 'PER_BROKER' }),
    'metrics of topics is compliant': subject(CLUSTER, { EnhancedMonitoring: 'PER_TOPIC_PER_BROKER' }),
    'nothing said is a finding': seen(subject(CLUSTER), 'Properties.EnhancedMonitoring'),
    'the default is a finding': subject(CLUSTER, { EnhancedMonitoring: 'DEFAULT' }),
    'metrics left to a parameter is unknown': subject(CLUSTER, { EnhancedMonitoring: OPEN }),
  }),
  casesOf(clusterPolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/consumer' }),
    'everybody is a finding': seen(policied('*'), 'Properties.Policy.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(clusterRetained, {
    'a retained cluster is compliant': stack({
      Subject: resource('AWS::MSK::Cluster', {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'a cluster that goes with its stack is a finding': seen(
      subject('AWS::MSK::Cluster'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource('AWS::MSK::Cluster', {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
];
