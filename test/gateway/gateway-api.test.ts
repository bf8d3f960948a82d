import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { ACCOUNT, text, texts } from '../encryption/policy-evaluator';
import { statementsIn } from '../support/plain-document';
import { at, list, onlyResource, resourcesOf, testStack, type Json } from '../support/synthesize';
import { Access } from './access';
import { builtGateway } from './built-gateway';
import { ENDPOINT, gatewayPlace, SUMMARY } from './gateway-place';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-api-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const template = builtGateway(outdir);
const access = new Access(template);

describe('the API', () => {
  const api = onlyResource(template, 'AWS::ApiGateway::RestApi');
  const stage = onlyResource(template, 'AWS::ApiGateway::Stage');
  const methods = resourcesOf(template, 'AWS::ApiGateway::Method');

  test('is private, and named by its stack', () => {
    expect(api.Properties['EndpointConfiguration']).toEqual({
      Types: ['PRIVATE'],
      VpcEndpointIds: [ENDPOINT],
    });
    expect(api.Properties['Name']).toBe('Test-gateway');
  });

  describe('by its policy', () => {
    const arn = (resource: string) => `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc/v1/POST/${resource}`;
    const deployedAs = (document: Json | undefined) =>
      statementsIn(
        JSON.parse(
          JSON.stringify(document)
            .replaceAll(/\{"Ref":"GatewayApi\w+"\}/gu, '"abc"')
            // API Gateway writes the whole ARN in its place
            .replaceAll('"execute-api:/*"', JSON.stringify(`arn:aws:execute-api:us-east-1:${ACCOUNT}:abc/*`)),
        ) as Json,
      );
    const policiesOf = (role: string) =>
      resourcesOf(template, 'AWS::IAM::Policy').flatMap(({ Properties }) =>
        texts(Properties['Roles']).includes(`<${role}>`) ? deployedAs(Properties['PolicyDocument']) : [],
      );
    const ask = (
      role: string,
      resource: string,
      context: Readonly<Record<string, readonly string[]>>,
      account = ACCOUNT,
    ) =>
      evaluate(
        {
          principal: { kind: 'role', arn: `arn:aws:iam::${account}:role/${role}`, session: 'one' },
          action: 'execute-api:Invoke',
          resource: { arn: arn(resource) },
          context,
        },
        { identity: policiesOf(role), resource: deployedAs(api.Properties['Policy']) },
      ).verdict;
    const THROUGH = { 'aws:SourceVpce': [ENDPOINT] };
    const ward = access.role('Ward');
    const decider = access.role('Decider');

    test('lets in who may call a path, through the endpoint', () => {
      expect(ask(ward, 'use-cases/discharge-summary/answers', THROUGH)).toBe('allowed');
      expect(ask(ward, 'use-cases/discharge-summary/stream', THROUGH)).toBe('allowed');
      expect(ask(decider, 'oversight', THROUGH)).toBe('allowed');
    });

    test('lets nobody in by another endpoint, or by none', () => {
      expect(ask(ward, 'use-cases/discharge-summary/answers', { 'aws:SourceVpce': ['vpce-other'] })).toBe(
        'denied',
      );
      expect(ask(ward, 'use-cases/discharge-summary/answers', {})).toBe('denied');
    });

    test('leaves it to the policies of roles who calls what: the endpoint alone is not enough', () => {
      expect(ask(ward, 'use-cases/patient-letter/answers', THROUGH)).toBe('denied');
      expect(ask(ward, 'oversight', THROUGH)).toBe('denied');
      expect(ask(decider, 'use-cases/discharge-summary/answers', THROUGH)).toBe('denied');
      expect(ask(access.role('Reviewer'), 'use-cases/discharge-summary/answers', THROUGH)).toBe('denied');
    });

    test('lets in no role of another account, whatever its own policy says', () => {
      expect(ask(ward, 'use-cases/discharge-summary/answers', THROUGH, '444455556666')).toBe('denied');
    });
  });

  test('asks for a signature and reads the least of a request, on every path', () => {
    const paths = resourcesOf(template, 'AWS::ApiGateway::Resource').map(
      ({ Properties }) => Properties['PathPart'],
    );
    expect(paths.map(text).sort()).toEqual(
      [
        'answers',
        'answers',
        'discharge-summary',
        'oversight',
        'patient-letter',
        'stream',
        'stream',
        'use-cases',
      ].sort(),
    );
    expect(methods).toHaveLength(5);
    for (const { Properties } of methods) {
      expect(Properties['HttpMethod']).toBe('POST');
      expect(Properties['AuthorizationType']).toBe('AWS_IAM');
      expect(Properties).toHaveProperty('RequestValidatorId');
      expect(Properties).toHaveProperty(['RequestModels', 'application/json']);
    }
  });

  test('streams where the path says so', () => {
    const modes = methods.map(({ Properties }) => {
      const [, resource = ''] = /<GatewayApi(.+)>/u.exec(text(Properties['ResourceId'])) ?? [];
      return [
        /stream|answers|oversight/u.exec(resource)?.[0],
        at(Properties['Integration'], 'ResponseTransferMode'),
      ];
    });
    expect(new Set(modes.map(([of, mode]) => `${text(of)} ${text(mode)}`))).toEqual(
      new Set(['answers BUFFERED', 'stream STREAM', 'oversight BUFFERED']),
    );
    const uris = methods.map(({ Properties }) => text(at(Properties['Integration'], 'Uri')));
    expect(uris.filter((uri) => uri.endsWith('/response-streaming-invocations'))).toHaveLength(2);
  });

  test('throttles each use case by itself, and people who decide', () => {
    const throttles = list(stage.Properties['MethodSettings']).flatMap((each) =>
      at(each, 'ThrottlingRateLimit') === undefined
        ? []
        : [
            [
              at(each, 'ResourcePath'),
              at(each, 'HttpMethod'),
              at(each, 'ThrottlingRateLimit'),
              at(each, 'ThrottlingBurstLimit'),
            ],
          ],
    );
    expect(throttles).toEqual([
      ['/~1use-cases~1discharge-summary~1answers', 'POST', 1.5, 3],
      ['/~1use-cases~1discharge-summary~1stream', 'POST', 1.5, 3],
      ['/~1use-cases~1patient-letter~1answers', 'POST', 0.1, 1],
      ['/~1use-cases~1patient-letter~1stream', 'POST', 0.1, 1],
      ['/~1oversight', 'POST', 5, 10],
    ]);
  });

  test('logs ids and numbers: no path, query, header or body of callers', () => {
    const format = JSON.parse(text(at(stage.Properties['AccessLogSetting'], 'Format'))) as Record<
      string,
      string
    >;
    expect(Object.values(format).sort()).toEqual([
      '$context.httpMethod',
      '$context.identity.userArn',
      '$context.identity.vpceId',
      '$context.requestId',
      '$context.requestTime',
      '$context.resourcePath',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.status',
    ]);
  });

  test('keeps its execution log to errors, without requests and answers, for every method', () => {
    const settings = list(stage.Properties['MethodSettings']);
    expect(settings).toHaveLength(6);
    // what is left out for a method is off or on by API Gateway's choice, and not by the stage's
    for (const each of settings)
      expect(each).toMatchObject({ DataTraceEnabled: false, LoggingLevel: 'ERROR', MetricsEnabled: true });
  });

  test('has no path of decisions where no answer waits', () => {
    const stack = testStack();
    new AiGateway(stack, 'Gateway', gatewayPlace(stack, [SUMMARY]).props);
    const paths = stack.node.findAll().map(({ node }) => node.id);
    expect(paths).toContain('discharge-summary');
    expect(paths).not.toContain('oversight');
  });
});
