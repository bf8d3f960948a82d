import { atRestEncrypted } from '../../../lib/compliance/rules/elasticache/at-rest-encrypted';
import { authentication } from '../../../lib/compliance/rules/elasticache/authentication';
import { backups } from '../../../lib/compliance/rules/elasticache/backups';
import { customerKey } from '../../../lib/compliance/rules/elasticache/customer-key';
import { finalSnapshot } from '../../../lib/compliance/rules/elasticache/final-snapshot';
import { inTransitEncrypted } from '../../../lib/compliance/rules/elasticache/in-transit-encrypted';
import { logged } from '../../../lib/compliance/rules/elasticache/logged';
import { minorUpgrades } from '../../../lib/compliance/rules/elasticache/minor-upgrades';
import { multiAz } from '../../../lib/compliance/rules/elasticache/multi-az';
import { securityGroupNoClassic } from '../../../lib/compliance/rules/elasticache/security-group-no-classic';
import { subnetGroup } from '../../../lib/compliance/rules/elasticache/subnet-group';
import { userAuthenticated } from '../../../lib/compliance/rules/elasticache/user-authenticated';
import { userPermissions } from '../../../lib/compliance/rules/elasticache/user-permissions';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const GROUP = 'AWS::ElastiCache::ReplicationGroup';
const NODE = 'AWS::ElastiCache::CacheCluster';
const SERVERLESS = 'AWS::ElastiCache::ServerlessCache';
const USER = 'AWS::ElastiCache::User';
const MEMCACHED = { Engine: 'memcached' };
const ENGINE_LOG = { LogType: 'engine-log' };
export const elasticacheCases = [
  casesOf(atRestEncrypted, {
    ...propertyCases(GROUP, 'AtRestEncryptionEnabled', {
      good: [true, 'true'],
      bad: [false],
      absent: 'a finding',
    }),
    'a lone Redis node is a finding': seen(subject(NODE, { Engine: 'redis' }), 'Properties.Engine'),
    'a lone node of an open engine is unknown': subject(NODE, { Engine: OPEN }),
    'a Memcached node is not applicable': subject(NODE, MEMCACHED),
  }),
  casesOf(authentication, {
    'a password is compliant': subject(GROUP, { AuthToken: '{{resolve:secretsmanager:cache}}' }),
    'a user group is compliant': subject(GROUP, { UserGroupIds: ['clinic'] }),
    'nothing is a finding': seen(subject(GROUP), 'Properties.UserGroupIds'),
    'an empty list of groups is a finding': subject(GROUP, { UserGroupIds: [] }),
    'a password in one branch is a finding': subject(GROUP, { AuthToken: either(OPEN, NOTHING) }),
    'a list of groups left to a parameter is unknown': subject(GROUP, { UserGroupIds: OPEN }),
    'a serverless cache with users is compliant': subject(SERVERLESS, { UserGroupId: 'clinic' }),
    'a serverless cache without users is a finding': seen(
      subject(SERVERLESS, { Engine: 'valkey' }),
      'Properties.UserGroupId',
    ),
    'a serverless Memcached is not applicable': subject(SERVERLESS, MEMCACHED),
  }),
  casesOf(backups, {
    ...propertyCases(GROUP, 'SnapshotRetentionLimit', { good: [15, 35], bad: [0, 14], absent: 'a finding' }),
    'a Memcached node is not applicable': subject(NODE, MEMCACHED),
  }),
  casesOf(
    customerKey,
    propertyCases(GROUP, 'KmsKeyId', {
      good: ['alias/cache'],
      bad: ['alias/aws/elasticache'],
      absent: 'a finding',
    }),
  ),
  casesOf(
    finalSnapshot,
    propertyCases(SERVERLESS, 'FinalSnapshotName', { good: ['last'], bad: [''], absent: 'a finding' }),
  ),
  casesOf(inTransitEncrypted, {
    ...propertyCases(GROUP, 'TransitEncryptionEnabled', { good: [true], bad: [false], absent: 'a finding' }),
    ...propertyCases(GROUP, 'TransitEncryptionMode', {
      good: ['required'],
      bad: ['preferred'],
      absent: 'compliant',
      base: { TransitEncryptionEnabled: true },
    }),
  }),
  casesOf(logged, {
    'a cache with its engine log is compliant': subject(GROUP, {
      LogDeliveryConfigurations: [{ LogType: 'slow-log' }, ENGINE_LOG],
    }),
    'the slow log alone is a finding': seen(
      subject(GROUP, { LogDeliveryConfigurations: [{ LogType: 'slow-log' }] }),
      'Properties.LogDeliveryConfigurations',
    ),
    'no log is a finding': subject(GROUP),
    'a list left to a parameter is unknown': subject(GROUP, { LogDeliveryConfigurations: OPEN }),
    'a Memcached node is not applicable': subject(NODE, MEMCACHED),
  }),
  casesOf(
    minorUpgrades,
    propertyCases(GROUP, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(multiAz, {
    ...propertyCases(GROUP, 'MultiAZEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
      base: { AutomaticFailoverEnabled: true },
    }),
    'no failover is a finding': seen(
      subject(GROUP, { MultiAZEnabled: true }),
      'Properties.AutomaticFailoverEnabled',
    ),
  }),
  casesOf(securityGroupNoClassic, {
    'a group of the VPC is compliant': subject(GROUP, { SecurityGroupIds: ['sg-1'] }),
    'an empty list is compliant': subject(GROUP, { CacheSecurityGroupNames: [] }),
    'a group of EC2-Classic is a finding': seen(
      subject(NODE, { CacheSecurityGroupNames: ['default'] }),
      'Properties.CacheSecurityGroupNames',
    ),
    'a list left to a parameter is unknown': subject(NODE, { CacheSecurityGroupNames: OPEN }),
  }),
  casesOf(subnetGroup, {
    ...propertyCases(GROUP, 'CacheSubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
    'a serverless cache without subnets is a finding': seen(subject(SERVERLESS), 'Properties.SubnetIds'),
    'a serverless cache in subnets is compliant': subject(SERVERLESS, { SubnetIds: ['subnet-1'] }),
  }),
  casesOf(userAuthenticated, {
    ...propertyCases(USER, 'AuthenticationMode.Type', {
      good: ['iam', 'password'],
      bad: ['no-password-required'],
      absent: 'a finding',
    }),
    ...propertyCases(USER, 'NoPasswordRequired', {
      good: [false],
      bad: [true],
      absent: 'compliant',
      base: { AuthenticationMode: { Type: 'iam' } },
    }),
    'a user with a password is compliant': subject(USER, { Passwords: ['{{resolve:secretsmanager:cache}}'] }),
    'no word about it is a finding': seen(subject(USER), 'Properties.AuthenticationMode.Type'),
  }),
  casesOf(
    userPermissions,
    propertyCases(USER, 'AccessString', {
      good: ['on ~visits:* +@read'],
      bad: ['on ~* &* +@all'],
      absent: 'a finding',
    }),
  ),
];
