import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { parameterGroupTls } from '../../../lib/compliance/rules/rds/parameter-group-tls';
import { proxyDebugLoggingOff } from '../../../lib/compliance/rules/rds/proxy-debug-logging-off';
import { proxyIamAuthentication } from '../../../lib/compliance/rules/rds/proxy-iam-authentication';
import { proxyTls } from '../../../lib/compliance/rules/rds/proxy-tls';
import { securityGroupNoOpenIngress } from '../../../lib/compliance/rules/rds/security-group-no-open-ingress';
import { tlsRequired } from '../../../lib/compliance/rules/rds/tls-required';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const DB = 'AWS::RDS::DBInstance';
const PROXY = 'AWS::RDS::DBProxy';
const GROUP = 'AWS::RDS::DBParameterGroup';
const CLUSTER_GROUP = 'AWS::RDS::DBClusterParameterGroup';
const group = (family: Json, parameters: JsonObject = {}, type = GROUP) =>
  subject(type, { Family: family, Parameters: parameters });
const auth = (...schemes: readonly JsonObject[]) => subject(PROXY, { Auth: schemes });
const FORCED = { 'rds.force_ssl': 1 };

export const rdsConnectionCases = [
  casesOf(parameterGroupTls, {
    'a Postgres group that forces TLS is compliant': group('postgres14', FORCED),
    'a MySQL group that requires TLS is compliant': group('mysql8.0', { require_secure_transport: 'ON' }),
    'a new Postgres group that says nothing is compliant': group('postgres15'),
    'a new Aurora group that says nothing is compliant': group('aurora-postgresql17', {}, CLUSTER_GROUP),
    'an old Postgres group that says nothing is a finding': seen(
      group('postgres14'),
      'Properties.Parameters.rds.force_ssl',
    ),
    'an old Aurora group that says nothing is a finding': group('aurora-postgresql16', {}, CLUSTER_GROUP),
    'a new Postgres group that turns it off is a finding': group('postgres16', { 'rds.force_ssl': 0 }),
    'a MySQL group that says nothing is a finding': group('aurora-mysql8.0', {}, CLUSTER_GROUP),
    'a parameter in one branch is a finding': group('mysql8.0', {
      require_secure_transport: either(1, NOTHING),
    }),
    'a parameter left to the account is unknown': group('sqlserver-se-15.0', { 'rds.force_ssl': OPEN }),
    'a family left to a parameter is unknown': group(OPEN, FORCED),
    'a group of Aurora instances is not applicable': group('aurora-mysql8.0'),
    'an Oracle group is not applicable': group('oracle-ee-19'),
  }),
  casesOf(proxyDebugLoggingOff, {
    ...propertyCases(PROXY, 'DebugLogging', { good: [false], bad: [true], absent: 'compliant' }),
  }),
  casesOf(proxyIamAuthentication, {
    'a proxy that asks for IAM is compliant': auth({ IAMAuth: 'REQUIRED' }),
    'a proxy with IAM as its scheme is compliant': subject(PROXY, { DefaultAuthScheme: 'IAM_AUTH' }),
    'a proxy that takes passwords is a finding': seen(
      auth({ IAMAuth: 'REQUIRED' }, { IAMAuth: 'DISABLED' }),
      'Properties.Auth.1.IAMAuth',
    ),
    'a proxy that says nothing is a finding': seen(subject(PROXY), 'Properties.DefaultAuthScheme'),
    'a broken hash is a finding': seen(
      auth({ IAMAuth: 'REQUIRED', ClientPasswordAuthType: 'POSTGRES_MD5' }),
      'Properties.Auth.0.ClientPasswordAuthType',
    ),
    'a scheme left to a parameter is unknown': auth({ IAMAuth: OPEN }),
  }),
  casesOf(proxyTls, {
    ...propertyCases(PROXY, 'RequireTLS', { good: [true], bad: [false], absent: 'a finding' }),
  }),
  casesOf(securityGroupNoOpenIngress, {
    'a range of one network is compliant': subject('AWS::RDS::DBSecurityGroup', {
      DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/8' }, { EC2SecurityGroupId: 'sg-1' }],
    }),
    'everybody is a finding': seen(
      subject('AWS::RDS::DBSecurityGroup', {
        DBSecurityGroupIngress: [{ CIDRIP: '10.0.0.0/8' }, { CIDRIP: '0.0.0.0/0' }],
      }),
      'Properties.DBSecurityGroupIngress.1.CIDRIP',
    ),
    'a rule of its own for everybody is a finding': seen(
      subject('AWS::RDS::DBSecurityGroupIngress', { CIDRIP: '0.0.0.0/0' }),
      'Properties.CIDRIP',
    ),
    'a rule of its own for one network is compliant': subject('AWS::RDS::DBSecurityGroupIngress', {
      CIDRIP: '10.0.0.0/8',
    }),
    'everybody by the default of a parameter is a finding': subject('AWS::RDS::DBSecurityGroupIngress', {
      CIDRIP: { Ref: 'Wide' },
    }),
    'a range left to a parameter is unknown': subject('AWS::RDS::DBSecurityGroupIngress', { CIDRIP: OPEN }),
  }),
  casesOf(tlsRequired, {
    'a group of the template is compliant': subject(
      DB,
      { Engine: 'mysql', DBParameterGroupName: ref('Group') },
      { Group: resource(GROUP) },
    ),
    'a new Postgres without group is compliant': subject(DB, { Engine: 'postgres', EngineVersion: '16.3' }),
    'an old Postgres without group is a finding': subject(DB, { Engine: 'postgres', EngineVersion: '14.9' }),
    'a Postgres of no version is a finding': subject(DB, { Engine: 'postgres' }),
    'a MySQL cluster without group is a finding': seen(
      subject('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.0' }),
      'Properties.DBClusterParameterGroupName',
    ),
    'a group outside is unknown': subject(DB, { Engine: 'mysql', DBParameterGroupName: 'tls-only' }),
    'an engine left to a parameter is unknown': subject(DB, { Engine: OPEN }),
    'an Oracle instance is not applicable': subject(DB, { Engine: 'oracle-ee' }),
    'a member of a cluster is not applicable': subject(DB, { DBClusterIdentifier: ref('Cluster') }),
  }),
];
