import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { STEPS } from '../../../lambda/mesh-rotation/rotation';
import { pinsOf } from '../../../lambda/mesh/pins';
import { MESH_FILES } from '../../../lib/contract/mesh';
import { MESH_MEMBER_VARIABLES, MESH_VARIABLES } from '../../../lib/contract/mesh-identity';
import { LambdaRuntime } from '../../support/lambda-runtime';
import { MeshOfTest, TEMPLATE_ARN, TRUST_DOMAIN } from '../../support/mesh-rotation';
import { ROOT } from '../../support/synthesize';

jest.setTimeout(120_000);

const bundle = (name: string) => path.join(ROOT, 'dist', 'lambda', name);
const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-bundle-'));

let mesh: MeshOfTest;
let arn: string;
let agent: ChildProcess | undefined;
const runtimes: LambdaRuntime[] = [];
beforeAll(async () => {
  mesh = await MeshOfTest.start();
  arn = mesh.service('inference');
});
afterAll(async () => {
  agent?.kill('SIGKILL');
  await Promise.all(runtimes.map((runtime) => runtime.stop()));
  await mesh.stop();
  rmSync(directory, { recursive: true, force: true });
});

function environment(): Record<string, string> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: mesh.secrets.endpoint,
    [MESH_VARIABLES.anchorsSecretArn]: mesh.anchorsArn,
    [MESH_VARIABLES.pinsSecretArn]: mesh.pinsArn,
  };
}

async function start(name: string): Promise<LambdaRuntime> {
  const runtime = await LambdaRuntime.start({
    asset: bundle(name),
    node: process.execPath,
    environment: {
      ...environment(),
      [MESH_VARIABLES.authorityArn]: mesh.ca.arn,
      [MESH_VARIABLES.authorityEndpoint]: mesh.ca.endpoint,
      [MESH_VARIABLES.templateArn]: TEMPLATE_ARN,
      [MESH_VARIABLES.trustDomain]: TRUST_DOMAIN,
    },
  });
  runtimes.push(runtime);
  return runtime;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await wait(50);
  expect(isSo()).toBe(true);
}

test('the bundle rotates, the agent serves what came of it, and a revocation ends it', async () => {
  const rotation = await start('mesh-rotation');
  const token = mesh.secrets.beginRotation(arn);
  for (const Step of STEPS)
    expect(await rotation.invoke({ Step, SecretId: arn, ClientRequestToken: token })).toEqual({
      response: null,
    });
  expect(rotation.log).toContain(
    '"event":"mesh-rotation","step":"finishSecret","service":"inference","outcome":"DONE"',
  );

  const own = {
    ...environment(),
    [MESH_MEMBER_VARIABLES.identitySecretArn]: arn,
    [MESH_MEMBER_VARIABLES.directory]: directory,
  };
  const program = path.join(bundle('mesh-agent'), 'index.js');
  const health = () => spawnSync(process.execPath, [program, 'health'], { env: own }).status;
  expect(health()).toBe(1);
  agent = spawn(process.execPath, [program], { env: own });
  let said = '';
  agent.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => existsSync(path.join(directory, 'health.json')));
  expect(readFileSync(path.join(directory, MESH_FILES.certificate), 'utf8')).toBe(
    mesh.current(arn).certificate,
  );
  expect(health()).toBe(0);
  const ended = new Promise((resolve) => agent?.once('exit', resolve));
  agent.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ event: 'mesh-agent', code: 'CURRENT', CertificateHours: 168 });

  const revocation = await start('mesh-revocation');
  expect(await revocation.invoke({ action: 'revoke', service: 'inference' })).toEqual({
    response: { service: 'inference', state: 'REVOKED' },
  });
  expect(pinsOf(await mesh.pins.read(), 'inference')).toEqual([]);
  // no log holds a key, a pin or a certificate
  const logs = `${said}${rotation.log}${revocation.log}`;
  const { pin, key, certificate } = mesh.current(arn);
  for (const value of [pin, key.slice(40, 80), certificate.slice(40, 80)]) expect(logs).not.toContain(value);
});
