import { randomUUID } from 'node:crypto';
import { admit } from './admit';
import { answerStream, type StreamEvent } from './answer-stream';
import type { Caller } from './caller';
import type { Claim, Lease } from './claims/claims';
import { conclude, deliver, reopened, replay } from './conclude';
import type { Arrival } from './doors/door';
import { Draft } from './draft';
import { createEngine, type Engine } from './engine';
import type { Call, GatewayProps } from './gateway-props';
import { oversee } from './oversee';
import { prepare } from './prepare';
import type { Admitted } from './prepared';
import { refuse } from './refuse';
import type { Reply } from './reply';
import { parseOversight, parseRequest, readBody } from './request';
import { runModel } from './run-model';

export type Body = Arrival['body'];

export interface Gateway {
  /** Answers, or says why not. Never rejects, and nothing leaves that has no record. */
  answer(caller: Caller, body: Body, call: Call): Promise<Reply>;
  /** The same in pieces. A record stands before the first piece, and another after the last. */
  answerStream(caller: Caller, body: Body, call: Call): AsyncGenerator<StreamEvent, void, undefined>;
  /** The end of a call that no door let in. */
  turnAway(caller: Caller, error: unknown): Promise<Reply>;
}

/**
 * The one door to a model: who asks, why, which fields; redacted, screened, answered, read again, sealed and recorded, in this
 * order, and nothing leaves whose record is not durable.
 *
 * @throws Error a use case needs a part that was not given
 */
export function createGateway(props: GatewayProps): Gateway {
  const engine = createEngine(props);
  return {
    async answer(caller, body, call) {
      const draft = new Draft(randomUUID(), caller, engine.clock);
      let lease: Lease | undefined;
      try {
        const json = await draft.stage('request', () => jsonOf(body, engine.maxBodyBytes));
        const oversight = await draft.stage('request', () => parseOversight(json));
        if (oversight !== undefined) return await oversee(draft, oversight, engine);
        const request = await draft.stage('request', () => parseRequest(json));
        const { admitted, claim } = await admit(
          caller,
          request,
          { draft, call, detector: engine.detector },
          engine,
        );
        if (isHeld(claim)) lease = admitted.lease;
        return (await earlier(admitted, claim, engine)) ?? (await answerAnew(admitted, call, engine));
      } catch (error) {
        return { kind: 'refused', problem: await refuse(draft, error, lease, engine) };
      }
    },
    async *answerStream(caller, body, call) {
      const draft = new Draft(randomUUID(), caller, engine.clock);
      let lease: Lease | undefined;
      try {
        const json = await draft.stage('request', () => jsonOf(body, engine.maxBodyBytes));
        const oversight = await draft.stage('request', () => parseOversight(json));
        if (oversight !== undefined) {
          yield { kind: 'reply', reply: await oversee(draft, oversight, engine) };
          return;
        }
        const request = await draft.stage('request', () => parseRequest(json));
        const { admitted, claim } = await admit(
          caller,
          request,
          { draft, call, detector: engine.detector },
          engine,
        );
        if (isHeld(claim)) lease = admitted.lease;
        const before = await earlier(admitted, claim, engine);
        if (before !== undefined) {
          yield { kind: 'reply', reply: before };
        } else if (request.stream === true && engine.tools?.boxes.has(request.useCase) !== true) {
          yield* answerStream(admitted, call, engine);
        } else {
          yield { kind: 'reply', reply: await answerAnew(admitted, call, engine) };
        }
      } catch (error) {
        yield {
          kind: 'reply',
          reply: { kind: 'refused', problem: await refuse(draft, error, lease, engine) },
        };
      }
    },
    async turnAway(caller, error) {
      const draft = new Draft(randomUUID(), caller, engine.clock);
      return { kind: 'refused', problem: await refuse(draft, error, undefined, engine) };
    },
  };
}

function jsonOf(body: Body, maxBytes: number): unknown {
  if (typeof body === 'string' || body instanceof Uint8Array) return readBody(body, maxBytes);
  // Lambda has read it already; its size is that of its text
  return readBody(JSON.stringify(body.json) ?? 'null', maxBytes);
}

function isHeld({ state }: Claim): boolean {
  return state === 'new' || state === 'unrecorded';
}

/** What is known of the request from before; undefined: it is new. */
async function earlier(admitted: Admitted, claim: Claim, engine: Engine): Promise<Reply | undefined> {
  switch (claim.state) {
    case 'answered':
      return replay(admitted, claim.sealed, claim.receipt, engine);
    case 'unrecorded':
      return deliver(
        admitted,
        await reopened(admitted.manifest.id, claim.sealed, engine),
        claim.sealed,
        engine,
      );
    case 'refused':
      return { kind: 'refused', problem: claim.problem };
    default:
      return undefined;
  }
}

async function answerAnew(admitted: Admitted, call: Call, engine: Engine): Promise<Reply> {
  const prepared = await prepare(admitted, engine.redactorOf(admitted.manifest), engine);
  const answered = await runModel(prepared, call, engine);
  const { conclusion, reply } = await conclude(prepared, answered, engine);
  return admitted.draft.stage('ledger', () => deliver(admitted, conclusion, reply, engine));
}
