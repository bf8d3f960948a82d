import { encrypted } from '../../../lib/compliance/rules/dax/encrypted';
import { subnetGroup } from '../../../lib/compliance/rules/dax/subnet-group';
import { tls } from '../../../lib/compliance/rules/dax/tls';
import { casesOf } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const CLUSTER = 'AWS::DAX::Cluster';
export const daxCases = [
  casesOf(
    encrypted,
    propertyCases(CLUSTER, 'SSESpecification.SSEEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(
    subnetGroup,
    propertyCases(CLUSTER, 'SubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
  ),
  casesOf(
    tls,
    propertyCases(CLUSTER, 'ClusterEndpointEncryptionType', {
      good: ['TLS'],
      bad: ['NONE'],
      absent: 'a finding',
    }),
  ),
];
