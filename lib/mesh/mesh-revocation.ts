import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';
import type { MeshTrustBundle } from './mesh-trust-bundle';

export interface MeshRevocationProps extends PhiFunctionPlace {
  readonly trust: MeshTrustBundle;
}

/**
 * Takes a service out of the mesh by one call: `{"action":"revoke","service":"inference"}`. No key of it is pinned any more, its own agent
 * withdraws its certificate, nothing is issued for it; who looks every minute knows after a minute. `readmit` lets it in again, with
 * keys that nobody has seen. Who may call it is said by grants on `function`. Supports 45 CFR 164.308(a)(6)(ii) and 164.312(a)(1).
 */
export class MeshRevocation extends PhiFunction {
  constructor(scope: Construct, id: string, props: MeshRevocationProps) {
    const { trust, ...place } = props;
    super(scope, id, {
      ...place,
      bundle: 'mesh-revocation',
      description: `Takes services out of ${trust.trustDomain}`,
      memoryMiB: 256,
      timeout: Duration.minutes(1),
      statements: [],
      environment: trust.variables,
    });
    trust.grantPublish(this.permissions);
  }
}
