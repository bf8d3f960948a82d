import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const logs = companions(['AWS::VpcLattice::AccessLogSubscription'], (subscription) =>
  subscription.property('ResourceIdentifier'),
);

export const accessLogs: Rule = {
  id: 'vpclattice-access-logs',
  title: 'services and networks of Lattice log each call',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the log nobody can say which workload called which service, nor whom it was refused.',
  fix: 'add an AWS::VpcLattice::AccessLogSubscription with the service or network as ResourceIdentifier',
  resourceTypes: ['AWS::VpcLattice::Service', 'AWS::VpcLattice::ServiceNetwork'],
  check(resource) {
    return logs(resource).length > 0 ? [] : [finding('Properties', 'logs no calls')];
  },
};
