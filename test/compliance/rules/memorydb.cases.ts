import { accessList } from '../../../lib/compliance/rules/memorydb/access-list';
import { customerKey } from '../../../lib/compliance/rules/memorydb/customer-key';
import { finalSnapshot } from '../../../lib/compliance/rules/memorydb/final-snapshot';
import { minorUpgrades } from '../../../lib/compliance/rules/memorydb/minor-upgrades';
import { snapshots } from '../../../lib/compliance/rules/memorydb/snapshots';
import { subnetGroup } from '../../../lib/compliance/rules/memorydb/subnet-group';
import { tls } from '../../../lib/compliance/rules/memorydb/tls';
import { userPermissions } from '../../../lib/compliance/rules/memorydb/user-permissions';
import { casesOf, ref, resource, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const CLUSTER = 'AWS::MemoryDB::Cluster';
const USER = 'AWS::MemoryDB::User';
export const memorydbCases = [
  casesOf(accessList, {
    ...propertyCases(CLUSTER, 'ACLName', { good: ['clinic'], bad: ['open-access'], absent: 'a finding' }),
    'a list of the template is compliant': subject(
      CLUSTER,
      { ACLName: ref('Users') },
      { Users: resource('AWS::MemoryDB::ACL') },
    ),
    'a list whose name has an open place is compliant': subject(CLUSTER, {
      ACLName: { 'Fn::Sub': '${AWS::StackName}-users' },
    }),
  }),
  casesOf(
    customerKey,
    propertyCases(CLUSTER, 'KmsKeyId', {
      good: ['alias/rows'],
      bad: ['alias/aws/memorydb'],
      absent: 'a finding',
    }),
  ),
  casesOf(
    finalSnapshot,
    propertyCases(CLUSTER, 'FinalSnapshotName', { good: ['last'], bad: [''], absent: 'a finding' }),
  ),
  casesOf(
    minorUpgrades,
    propertyCases(CLUSTER, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(
    snapshots,
    propertyCases(CLUSTER, 'SnapshotRetentionLimit', { good: [7], bad: [0, 6], absent: 'a finding' }),
  ),
  casesOf(
    subnetGroup,
    propertyCases(CLUSTER, 'SubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
  ),
  casesOf(tls, propertyCases(CLUSTER, 'TLSEnabled', { good: [true], bad: [false], absent: 'compliant' })),
  casesOf(
    userPermissions,
    propertyCases(USER, 'AccessString', {
      good: ['on ~visits:* +@read'],
      bad: ['on ~* &* +@all', 'on allkeys allcommands'],
      absent: 'a finding',
    }),
  ),
];
