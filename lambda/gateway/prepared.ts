import type { UseCaseManifest } from '../../lib/contract/use-case';
import type { Lease } from './claims/claims';
import type { Draft } from './draft';
import type { ModelCall } from './model/model';
import type { GatewayRequest } from './request';
import type { RequestTokens } from './request-tokens';

/** A request that may run: it is authorized, and the claim is ours. */
export interface Admitted {
  readonly request: GatewayRequest;
  readonly manifest: UseCaseManifest;
  readonly models: readonly [string, ...string[]];
  readonly lease: Lease;
  readonly draft: Draft;
}

/** What a model may see of it. */
export interface Prepared extends Admitted {
  readonly tokens: RequestTokens;
  readonly call: Omit<ModelCall, 'model'>;
  /** All of what is sent, as one text. */
  readonly sent: string;
}
