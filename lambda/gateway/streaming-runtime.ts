import type { Writable } from 'node:stream';
import type { HttpPrelude } from './http-response';
import type { InvocationContext } from './serve';

type StreamHandler = (event: unknown, stream: Writable, context: InvocationContext) => Promise<void>;

/**
 * What Lambda's Node.js runtime puts into the global `awslambda`; nothing of it is there elsewhere. Source: Lambda developer
 * guide, "Writing response streaming-enabled Lambda functions"; aws-lambda-nodejs-runtime-interface-client, HttpResponseStream.js.
 */
export interface StreamingRuntime {
  readonly streamifyResponse: (handler: StreamHandler) => unknown;
  readonly HttpResponseStream: {
    /** Writes the prelude as JSON and eight NUL bytes before the body, under the content type of such a response. */
    from(stream: Writable, prelude: HttpPrelude): Writable;
  };
}

export function streamingRuntime(): StreamingRuntime | undefined {
  // the SDK makes an empty `awslambda` wherever there is none
  const { awslambda } = globalThis as { readonly awslambda?: Partial<StreamingRuntime> };
  const { streamifyResponse, HttpResponseStream } = awslambda ?? {};
  if (streamifyResponse === undefined || HttpResponseStream === undefined) return undefined;
  return { streamifyResponse, HttpResponseStream };
}
