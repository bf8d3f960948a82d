import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { adminName } from '../../../lib/compliance/rules/redshiftserverless/admin-name';
import { auditLogs } from '../../../lib/compliance/rules/redshiftserverless/audit-logs';
import { customerKey } from '../../../lib/compliance/rules/redshiftserverless/customer-key';
import { enhancedVpcRouting } from '../../../lib/compliance/rules/redshiftserverless/enhanced-vpc-routing';
import { finalSnapshot } from '../../../lib/compliance/rules/redshiftserverless/final-snapshot';
import { namespacePolicyNotPublic } from '../../../lib/compliance/rules/redshiftserverless/namespace-policy-not-public';
import { notPublic } from '../../../lib/compliance/rules/redshiftserverless/not-public';
import { subnets } from '../../../lib/compliance/rules/redshiftserverless/subnets';
import { tls } from '../../../lib/compliance/rules/redshiftserverless/tls';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const NAMESPACE = 'AWS::RedshiftServerless::Namespace';
const WORKGROUP = 'AWS::RedshiftServerless::Workgroup';
const SNAPSHOT = 'AWS::RedshiftServerless::Snapshot';
const EVERY_LOG = ['connectionlog', 'userlog', 'useractivitylog'];
const policy = (principal: Json) =>
  subject(NAMESPACE, {
    NamespaceResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'redshift:AuthorizeInboundIntegration' }],
    },
  });
const copying = (copy: JsonObject) => ({
  KmsKeyId: 'alias/rows',
  FinalSnapshotName: 'last',
  SnapshotCopyConfigurations: [copy],
});
export const redshiftserverlessCases = [
  casesOf(
    adminName,
    propertyCases(NAMESPACE, 'AdminUsername', { good: ['wardkeeper'], bad: ['admin'], absent: 'compliant' }),
  ),
  casesOf(auditLogs, {
    'every log is compliant': subject(NAMESPACE, { LogExports: EVERY_LOG }),
    'a missing log is a finding': seen(
      subject(NAMESPACE, { LogExports: ['userlog', 'connectionlog'] }),
      'Properties.LogExports',
    ),
    'no log is a finding': subject(NAMESPACE),
    'a list left to a parameter is unknown': subject(NAMESPACE, { LogExports: OPEN }),
  }),
  casesOf(customerKey, {
    ...propertyCases(NAMESPACE, 'KmsKeyId', {
      good: ['alias/rows'],
      bad: ['alias/aws/redshift'],
      absent: 'a finding',
    }),
    'a managed password without a key is a finding': seen(
      subject(NAMESPACE, { KmsKeyId: 'alias/rows', ManageAdminPassword: true }),
      'Properties.AdminPasswordSecretKmsKeyId',
    ),
    'a copy under a key is compliant': subject(NAMESPACE, copying({ DestinationKmsKeyId: 'alias/far' })),
    'a copy without a key is a finding': seen(
      subject(NAMESPACE, copying({})),
      'Properties.SnapshotCopyConfigurations.0.DestinationKmsKeyId',
    ),
  }),
  casesOf(
    enhancedVpcRouting,
    propertyCases(WORKGROUP, 'EnhancedVpcRouting', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(finalSnapshot, {
    ...propertyCases(NAMESPACE, 'FinalSnapshotName', { good: ['last'], bad: [''], absent: 'a finding' }),
    ...propertyCases(NAMESPACE, 'FinalSnapshotRetentionPeriod', {
      good: [7, -1],
      bad: [1],
      absent: 'compliant',
      base: { FinalSnapshotName: 'last' },
    }),
    'a copy kept for a week is compliant': subject(NAMESPACE, copying({ SnapshotRetentionPeriod: 7 })),
    'a copy kept for a day is a finding': seen(
      subject(NAMESPACE, copying({ SnapshotRetentionPeriod: 1 })),
      'Properties.SnapshotCopyConfigurations.0.SnapshotRetentionPeriod',
    ),
    'a snapshot kept for a day is a finding': seen(
      subject(SNAPSHOT, { RetentionPeriod: 1 }),
      'Properties.RetentionPeriod',
    ),
    'a snapshot kept for ever is compliant': subject(SNAPSHOT, { RetentionPeriod: -1 }),
  }),
  casesOf(namespacePolicyNotPublic, {
    'no policy is compliant': subject(NAMESPACE),
    'a service is compliant': policy({ Service: 'redshift.amazonaws.com' }),
    'everybody is a finding': seen(policy('*'), 'Properties.NamespaceResourcePolicy.Statement.0'),
    'a policy left to a parameter is unknown': subject(NAMESPACE, { NamespaceResourcePolicy: OPEN }),
  }),
  casesOf(
    notPublic,
    propertyCases(WORKGROUP, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'compliant' }),
  ),
  casesOf(
    subnets,
    propertyCases(WORKGROUP, 'SubnetIds', { good: [['subnet-1']], bad: [[]], absent: 'a finding' }),
  ),
  casesOf(tls, {
    'the parameter is compliant': subject(WORKGROUP, {
      ConfigParameters: [{ ParameterKey: 'require_ssl', ParameterValue: 'true' }],
    }),
    'the parameter turned off is a finding': seen(
      subject(WORKGROUP, { ConfigParameters: [{ ParameterKey: 'require_ssl', ParameterValue: 'false' }] }),
      'Properties.ConfigParameters',
    ),
    'no parameter is a finding': subject(WORKGROUP),
    'a value left to a parameter is unknown': subject(WORKGROUP, {
      ConfigParameters: [{ ParameterKey: 'require_ssl', ParameterValue: OPEN }],
    }),
  }),
];
