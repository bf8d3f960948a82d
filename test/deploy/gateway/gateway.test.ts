import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAssembly } from '../support/assembly';
import { Aws } from '../support/aws';
import { cdk } from '../support/cdk-cli';
import { Deployment } from '../support/deployed';
import { ACCOUNT, Emulator, REGION } from '../support/emulator';
import { ROLES, synthesizeGatewayEnvironment } from './gateway-environment';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

story('gateway', () => {
  let directory: string;
  const inside = (name: string): string => path.join(directory, name);
  let emulator: Emulator;
  let aws: Aws;
  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-'));
    for (const name of ['empty', 'emulator']) mkdirSync(inside(name));
    emulator = await Emulator.start({ installation, node: process.env['HIPAA_AI_NODE22'] ?? '', directory: inside('emulator') });
    aws = new Aws(emulator, installation);
  });
  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  test('deploys', async () => {
    const t = Date.now();
    synthesizeGatewayEnvironment(inside('assembly'));
    console.log('synth', Date.now() - t);
    for (const RoleName of Object.values(ROLES)) {
      await aws.call('iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }] }) });
    }
    const run = async (args: readonly string[]) => {
      const r = await cdk(args, { directory: inside('empty'), environment: emulator.clientEnvironment });
      console.log(args[0], r.seconds);
      if (r.code !== 0) throw new Error(r.output + emulator.log.split('\n').filter((l) => /WARN|ERROR|Traceback/u.test(l)).slice(-40).join('\n'));
    };
    await run(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--bootstrap-customer-key']);
    await run(['deploy', '**', '--app', inside('assembly'), '--require-approval', 'never']);
    const d = await Deployment.read(aws, readAssembly(inside('assembly')));
    console.log(d.resources.length, [...new Set(d.resources.map((r) => r.type))].filter(t => !emulator.knows(t)));
  });
});
