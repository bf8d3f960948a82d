import { createServer, createStreamServer } from './serve';
import { readSettings } from './settings';
import { streamingRuntime } from './streaming-runtime';
import { wireLedger } from './wire-ledger';
import { gatewayOf } from './wiring';

const settings = readSettings(process.env);
const gateway = gatewayOf(settings, wireLedger(process.env), (line) => process.stdout.write(line));
const runtime = streamingRuntime();

/** Whole answers: a REST API, a load balancer, direct calls. */
export const handler = createServer(gateway, settings.doors);

/**
 * Answers in pieces. A function has one handler, and what one of this kind writes is no proxy response: a function that streams is
 * deployed beside the other one, from the same asset.
 */
export const streamHandler = runtime?.streamifyResponse(
  createStreamServer(gateway, settings.doors, (stream, prelude) =>
    runtime.HttpResponseStream.from(stream, prelude),
  ),
);
