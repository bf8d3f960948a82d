import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach } from '../cloudformation/where-there';
import { onContainers } from './containers';

/** Capabilities that amount to root on the host, or read the network of others. Source: capabilities(7). */
const DANGEROUS: ReadonlySet<unknown> = new Set([
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_BOOT',
  'DAC_READ_SEARCH',
  'NET_ADMIN',
  'NET_RAW',
  'BPF',
]);

export const containerCapabilities: Rule = {
  id: 'ecs-container-capabilities',
  title: 'containers get no capability that amounts to root',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'SYS_ADMIN or SYS_PTRACE reads the memory of other processes as Privileged does, only less visibly.',
  fix: 'take the capability out of LinuxParameters.Capabilities.Add',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) =>
      onEach(container.at('LinuxParameters.Capabilities.Add'), (capability) =>
        allowLiteral(capability, (value) => !DANGEROUS.has(value), 'amounts to root on the host'),
      ),
    );
  },
};
