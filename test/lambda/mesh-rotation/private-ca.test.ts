import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPrivateCa } from '../../../lambda/mesh-rotation/private-ca';

type Answer = { readonly status: number; readonly body: string } | 'hang-up';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Answers in turn, the last one for ever. */
async function callWith(...answers: readonly [Answer, ...Answer[]]) {
  const heard: IncomingHttpHeaders[] = [];
  const pauses: number[] = [];
  server = createServer((request, response) => {
    const answer = answers[Math.min(heard.length, answers.length - 1)] ?? 'hang-up';
    heard.push(request.headers);
    if (answer === 'hang-up') request.socket.destroy();
    else response.writeHead(answer.status).end(answer.body);
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const call = createPrivateCa({
    endpoint: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    region: 'us-east-1',
    credentials: () =>
      Promise.resolve({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' }),
    pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
  });
  const outcome = await call('GetCertificate', { CertificateArn: 'arn' }).catch(
    (error: Error) => error.message,
  );
  return { outcome, heard, pauses };
}

const refusal = (type: string, status = 400): Answer => ({
  status,
  body: JSON.stringify({ __type: type, message: 'arn:aws:iam::111122223333:role/somebody' }),
});

test('a call is signed for AWS Private CA, with the token of its session', async () => {
  const { outcome, heard } = await callWith({ status: 200, body: '{"Certificate":"a"}' });
  expect(outcome).toEqual({ Certificate: 'a' });
  expect(heard[0]).toMatchObject({
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'ACMPrivateCA.GetCertificate',
    'x-amz-security-token': 'session',
  });
  expect(heard[0]?.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/acm-pca\/aws4_request, SignedHeaders=content-type;host;.*Signature=[\da-f]{64}$/u,
  );
});

test.each<[string, Answer]>([
  ['throttling', refusal('ThrottlingException')],
  ['throttling with a namespace', refusal('com.amazonaws.acmpca#ThrottlingException')],
  ['a certificate that is not there yet', refusal('RequestInProgressException')],
  ['a fault of the service', refusal('InternalFailure', 500)],
  ['a lost connection', 'hang-up'],
  ['half an answer', { status: 200, body: '{"Certif' }],
])('after %s it is tried again, after a pause drawn at random', async (_, first) => {
  const { outcome, heard, pauses } = await callWith(first, first, { status: 200, body: '{}' });
  expect([outcome, heard.length, pauses.length]).toEqual([{}, 3, 2]);
  expect(pauses.every((pause) => pause >= 0 && pause <= 3_000)).toBe(true);
});

test.each(['AccessDeniedException', 'ValidationException', 'ResourceNotFoundException'])(
  '%s is final, and its text is not repeated',
  async (type) => {
    const { outcome, heard } = await callWith(refusal(type));
    expect([outcome, heard.length]).toEqual([`AUTHORITY_FAILED: acm-pca:GetCertificate failed (${type})`, 1]);
  },
);

test('it gives up after eight attempts', async () => {
  const { outcome, heard } = await callWith(refusal('ThrottlingException'));
  expect([outcome, heard.length]).toEqual([
    'AUTHORITY_FAILED: acm-pca:GetCertificate failed (ThrottlingException)',
    8,
  ]);
});
