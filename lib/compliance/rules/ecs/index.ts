import type { Rule } from '../../rule';
import { capabilitiesDropped } from './capabilities-dropped';
import { containerCapabilities } from './container-capabilities';
import { containerInsights } from './container-insights';
import { containerLogged } from './container-logged';
import { containerNotPrivileged } from './container-not-privileged';
import { containerReadOnly } from './container-read-only';
import { containerUser } from './container-user';
import { customerKey } from './customer-key';
import { efsEncrypted } from './efs-encrypted';
import { efsIam } from './efs-iam';
import { execAudited } from './exec-audited';
import { execOff } from './exec-off';
import { faultInjectionOff } from './fault-injection-off';
import { hostModeUser } from './host-mode-user';
import { hostNamespaces } from './host-namespaces';
import { hostPaths } from './host-paths';
import { meshBootstrap } from './mesh-bootstrap';
import { meshExecOff } from './mesh-exec-off';
import { meshImageDigest } from './mesh-image-digest';
import { meshPortMappings } from './mesh-port-mappings';
import { networkMode } from './network-mode';
import { platformVersion } from './platform-version';
import { publicIp } from './public-ip';
import { serviceConnectLogged } from './service-connect-logged';
import { serviceConnectTls } from './service-connect-tls';
import { serviceInVpc } from './service-in-vpc';
import { storageEncrypted } from './storage-encrypted';
import { taskRoleDistinct } from './task-role-distinct';
import { volumesReadOnly } from './volumes-read-only';

/** In the order of their ids. */
export const ecsRules: readonly Rule[] = [
  capabilitiesDropped,
  containerCapabilities,
  containerInsights,
  containerLogged,
  containerNotPrivileged,
  containerReadOnly,
  containerUser,
  customerKey,
  efsEncrypted,
  efsIam,
  execAudited,
  execOff,
  faultInjectionOff,
  hostModeUser,
  hostNamespaces,
  hostPaths,
  meshBootstrap,
  meshExecOff,
  meshImageDigest,
  meshPortMappings,
  networkMode,
  platformVersion,
  publicIp,
  serviceConnectLogged,
  serviceConnectTls,
  serviceInVpc,
  storageEncrypted,
  taskRoleDistinct,
  volumesReadOnly,
];
