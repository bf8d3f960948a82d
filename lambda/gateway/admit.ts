import { sortedJson } from '../ledger/canonical-json';
import type { Detector } from '../redaction/detector';
import type { Caller } from './caller';
import type { Claim, Lease } from './claims/claims';
import type { Clock } from './clock';
import type { Draft } from './draft';
import { GatewayError } from './gateway-error';
import type { Call, GatewayProps } from './gateway-props';
import type { Admitted } from './prepared';
import type { GatewayRequest } from './request';
import { authorize, requireOpaqueIds } from './stages/authorize';

/** Milliseconds after the end of a function from when on nobody doubts that it ended. */
const LEASE_MARGIN_MS = 5_000;

type Needs = Pick<GatewayProps, 'useCases' | 'claims' | 'mac'> & { readonly clock: Clock };

/** An admitted request, and what is known of it from before. */
export interface Admission {
  readonly admitted: Admitted;
  readonly claim: Claim;
}

/** From a request that was read to the right to answer it. */
export async function admit(
  caller: Caller,
  request: GatewayRequest,
  { draft, call, detector }: { readonly draft: Draft; readonly call: Call; readonly detector: Detector },
  { useCases, claims, mac, clock }: Needs,
): Promise<Admission> {
  await draft.stage('request', () => requireOpaqueIds(request, detector));
  const authorized = await draft.stage('authorize', () => authorize(caller, request, useCases));
  const { manifest } = authorized;
  const idempotency = await mac.of(
    'idempotency-key',
    sortedJson([caller.principal, request.useCase, request.idempotencyKey]),
  );
  draft.tell({
    idempotency,
    useCase: { id: manifest.id, version: manifest.version },
    purpose: request.purpose,
    subject: await mac.of('subject', request.subject),
    dataClass: manifest.dataClass,
    prompt: request.prompt ?? { freeText: true },
    ...(request.session === undefined ? {} : { session: await mac.of('session', request.session) }),
  });
  const lease: Lease = {
    key: `claim:${idempotency.hmac}`,
    request: (await mac.of('request', sortedJson(request))).hmac,
    holder: draft.requestId,
    until: clock.now() + Math.max(0, call.remaining()) + LEASE_MARGIN_MS,
  };
  const claim = await draft.stage('claim', () => begun(claims.begin(lease)));
  return { admitted: { request, ...authorized, lease, draft }, claim };
}

/** @throws GatewayError CLAIMS_UNAVAILABLE, REQUEST_RUNNING, KEY_REUSED */
async function begun(beginning: Promise<Claim>): Promise<Claim> {
  let claim: Claim;
  try {
    claim = await beginning;
  } catch {
    throw new GatewayError('CLAIMS_UNAVAILABLE');
  }
  if (claim.state === 'running') throw new GatewayError('REQUEST_RUNNING');
  if (claim.state === 'other') throw new GatewayError('KEY_REUSED', { field: 'idempotencyKey' });
  return claim;
}
