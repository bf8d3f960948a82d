import { finding, unknown, type Rule } from '../../rule';
import { accepts, surelyHas } from '../cloudformation/members';

/** Source: EKS user guide, "Send control plane logs to CloudWatch Logs". */
const TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

export const controlPlaneLogs: Rule = {
  id: 'eks-control-plane-logs',
  title: 'clusters record who asked their API for what',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'EKS keeps no log of its control plane unless told to; afterwards nobody can say who read a secret.',
  fix: `set Logging.ClusterLogging.EnabledTypes to ${TYPES.join(', ')}`,
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    const types = cluster.property('Logging.ClusterLogging.EnabledTypes');
    return TYPES.flatMap((wanted) => {
      const has = surelyHas(types, (each) => accepts(each.at('Type'), (type) => type === wanted));
      if (has === true) return [];
      return [
        has === false
          ? finding(types.path, `does not have ${wanted}`)
          : unknown(types.path, `cannot be read; it must have ${wanted}`),
      ];
    });
  },
};
