import type { Property } from '../../template/property';
import { accepts } from '../cloudformation/members';

export const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

/** False when a listener surely takes no encrypted connections; without Protocol nothing is certain. */
export function mayBeEncrypted(protocol: Property): boolean {
  return accepts(protocol, (value) => value !== 'HTTPS' && value !== 'TLS' && value !== undefined) !== true;
}
