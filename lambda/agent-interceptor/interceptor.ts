import { addCounts, type Counts } from '../redaction/category';
import { RedactionError, type RedactionErrorCode } from '../redaction/errors';
import type { Redactor } from '../redaction/redactor';
import { createJsonRedactor } from '../redaction/structured/json/json-redactor';

type Fields = Readonly<Record<string, unknown>>;

/** What became of one call; the answer goes to the gateway, the rest to the log. */
export interface Interception {
  readonly answer: object;
  readonly outcome: 'OK' | RedactionErrorCode;
  readonly counts: Counts;
}

/** Methods of MCP that carry what tools are, and nothing of a patient. */
const WITHOUT_CONTENT: ReadonlySet<unknown> = new Set([
  'initialize',
  'notifications/cancelled',
  'notifications/initialized',
  'ping',
  'tools/list',
]);
/** Kinds of content that a result may hold and redaction can read; `data` and `blob` are pictures, voices and files. */
const UNREADABLE: ReadonlySet<string> = new Set(['data', 'blob']);
const VERSION = '1.0';
/** JSON-RPC 2.0, "Internal error". */
const INTERNAL_ERROR = -32603;

/**
 * Answers an interceptor event of an AgentCore Gateway with MCP targets: before the target is called the arguments of the
 * tool lose their identifiers, afterwards its result does. Whatever cannot be redacted is answered with an error in its
 * place, so that neither target nor caller gets it; the function never throws, as what a gateway does then is not documented.
 * Source: AgentCore developer guide, "Types of interceptors".
 */
export function createInterceptor(redactor: Redactor): (event: unknown) => Interception {
  const json = createJsonRedactor({ redactor });
  return (event) => {
    const mcp = at(event, 'mcp');
    const request = at(at(mcp, 'gatewayRequest'), 'body');
    const response = at(mcp, 'gatewayResponse');
    const counts: Counts = {};
    const redact = (value: unknown): unknown => {
      const redaction = json.redactValue(value);
      addCounts(counts, redaction.counts);
      return redaction.value;
    };
    try {
      if (at(event, 'interceptorInputVersion') !== VERSION || !isFields(request)) {
        throw new RedactionError('INVALID_EVENT', 'the event is none of an interceptor for MCP, version 1.0');
      }
      const transformed =
        response === undefined
          ? { transformedGatewayRequest: { body: redactedRequest(request, redact) } }
          : { transformedGatewayResponse: redactedResponse(request, response, redact) };
      return { answer: answerOf(transformed), outcome: 'OK', counts };
    } catch (error) {
      const outcome = error instanceof RedactionError ? error.code : 'INTERNAL';
      return { answer: answerOf(refusal(request, outcome)), outcome, counts: {} };
    }
  };
}

function redactedRequest(body: Fields, redact: (value: unknown) => unknown): Fields {
  if (WITHOUT_CONTENT.has(body['method']) || body['params'] === undefined) return body;
  const { name, ...params } = isFields(body['params']) ? body['params'] : { params: body['params'] };
  // the name of a tool is the gateway's, and has to stay
  return { ...body, params: { ...(name === undefined ? {} : { name }), ...(redact(params) as object) } };
}

function redactedResponse(request: Fields, response: unknown, redact: (value: unknown) => unknown): object {
  const body = at(response, 'body');
  const statusCode = at(response, 'statusCode');
  if (!isFields(body)) throw new RedactionError('CONTENT_REFUSED', 'the response has no body in JSON');
  if (WITHOUT_CONTENT.has(request['method']) && body['error'] === undefined) return { statusCode, body };
  if (holdsUnreadable(body)) {
    throw new RedactionError('CONTENT_REFUSED', 'the result holds content that is no text');
  }
  const { jsonrpc, id, ...rest } = body;
  const code = at(body['error'], 'code');
  const clean = redact(rest) as Fields;
  // the code is of the protocol, and five figures look like a number of somebody's
  const error = Number.isInteger(code) ? { error: { ...(clean['error'] as Fields), code } } : {};
  return { statusCode, body: { jsonrpc, id, ...clean, ...error } };
}

function holdsUnreadable(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsUnreadable);
  if (!isFields(value)) return false;
  return Object.entries(value).some(
    ([name, each]) => (UNREADABLE.has(name) && typeof each === 'string') || holdsUnreadable(each),
  );
}

/** A response that takes the place of the target's: a gateway that gets one does not call the target. */
function refusal(request: unknown, code: RedactionErrorCode): object {
  const id = at(request, 'id');
  const error = { code: INTERNAL_ERROR, message: `${code}: redaction failed; nothing was passed on` };
  return {
    transformedGatewayResponse: {
      statusCode: 200,
      body: { jsonrpc: '2.0', id: typeof id === 'number' || typeof id === 'string' ? id : null, error },
    },
  };
}

function answerOf(mcp: object): object {
  return { interceptorOutputVersion: VERSION, mcp };
}

function at(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
