import type { MeshNode } from '../../lib/mesh/bootstrap/mesh-node';
import { ENVOY, type RunningEnvoy } from './envoy';
import type { Minted } from './openssl-pki';
import { Place } from './place';
import { attempt } from './tls-client';

jest.setTimeout(60_000);

const withEnvoy = ENVOY === undefined ? describe.skip : describe;

withEnvoy('behind the door of a service, real Envoy', () => {
  let place: Place;
  let node: MeshNode;
  let envoy: RunningEnvoy;
  let orchestrator: Minted;
  let billing: Minted;

  beforeAll(async () => {
    place = await Place.open();
    node = await place.node('inference');
    place.folder(node);
    envoy = await place.start(node);
    ({ good: orchestrator, other: billing } = place.certificates);
  });
  afterAll(async () => {
    await envoy?.stop();
    await place?.close();
  });

  const ask = (request: string, leaf = billing, ...headers: readonly string[]) =>
    attempt(node.inboundPort, { leaf, request, headers });

  test.each([
    ['GET /health', 200],
    ['GET /health?for=me', 200],
    ['DELETE /health', 200],
    ['GET /v1/invoices/7', 200],
    ['POST /v1/invoices/7', 200],
    ['GET /v1/invoices/a/../7', 200],
    ['PUT /v1/invoices/7', 403],
    ['GET /v1/invoices', 403],
    ['GET /v1/records/7', 403],
    ['GET /v1/invoices/../records/7', 403],
    ['GET /v1/invoices/%2e%2e/records/7', 403],
    ['GET /v1/invoices/..%2frecords/7', 400],
    ['GET /v1/invoices/..%5crecords/7', 400],
    ['GET /HEALTH', 403],
    ['GET /health/', 403],
    ['GET /', 403],
  ])('a caller with routes that asks %s is answered %d', async (request, status) => {
    const before = await envoy.count('http.inbound.rbac.denied');
    expect(await ask(request)).toMatchObject({ status });
    expect(await envoy.count('http.inbound.rbac.denied')).toBe(before + (status === 403 ? 1 : 0));
  });

  test('a caller without routes may ask for everything', async () => {
    expect(await ask('PUT /v1/records/7', orchestrator)).toMatchObject({ status: 200 });
  });

  test('the application hears who calls from Envoy, and not from the caller', async () => {
    const forged = [
      'X-Forwarded-Client-Cert: URI=spiffe://phi.internal/service/admin',
      'X-Amzn-Mtls-Clientcert-Subject: CN=admin',
      'X-Amzn-Mtls-Clientcert-Leaf: forged',
      'X-Amzn-Mtls-Clientcert: forged',
      'X-Amzn-Mtls-Clientcert-Serial-Number: 1',
      'X-Amzn-Mtls-Clientcert-Issuer: CN=forged',
      'X-Amzn-Mtls-Clientcert-Validity: forever',
      'X-Envoy-Original-Path: /forged',
    ];
    const { body } = await ask('GET /health', billing, ...forged);
    expect(body).toContain('URI=spiffe://phi.internal/service/billing');
    expect(body).not.toMatch(/admin|forged|x-amzn-mtls/u);
  });

  test.each([
    ['an underscore', ['X_Amzn_Mtls_Clientcert_Subject: CN=admin'], 400],
    ['more than 32 KiB', [`X-Long: ${'a'.repeat(33 * 1024)}`], 431],
    ['more than 100 of them', Array.from({ length: 101 }, (_, at) => `X-${at}: 1`), 431],
    ['two lengths', ['Content-Length: 1', 'Content-Length: 2'], 400],
    ['a length and chunks', ['Content-Length: 1', 'Transfer-Encoding: chunked'], 400],
  ])('headers with %s are refused', async (_, headers, status) => {
    expect(await ask('GET /health', billing, ...headers)).toMatchObject({ status });
  });

  test.each(['CONNECT a:1', 'GET http://other/v1/records/7', 'BREW /health'])(
    '%s is not served',
    async (request) => {
      expect((await ask(request)).status).not.toBe(200);
    },
  );

  test('an upgrade is not made', async () => {
    const { status } = await ask('GET /health', billing, 'Connection: upgrade', 'Upgrade: websocket');
    expect(status).toBe(403);
  });

  test('the log says who asked and what came of it, and nothing of what was asked', async () => {
    const path = '/v1/invoices/Quillfeather?ssn=512-45-7788';
    await ask(`GET ${path}`, billing, 'X-Note: Marlowe');
    await attempt(node.inboundPort, { request: `GET ${path}` });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const lines = await envoy.accessLog();
    expect(envoy.log()).not.toMatch(/Quillfeather|512-45-7788|Marlowe|invoices/u);
    expect(lines).toContainEqual(
      expect.objectContaining({
        event: 'inbound',
        peer: 'spiffe://phi.internal/service/billing',
        status: 200,
        tls: 'TLSv1.3',
        route: 'inbound',
      }),
    );
    const refused = lines.filter(({ event, refused }) => event === 'connection' && refused !== undefined);
    expect(refused).toContainEqual(
      expect.objectContaining({
        refused: expect.stringContaining('PEER_DID_NOT_RETURN_A_CERTIFICATE') as string,
      }),
    );
  });
});
