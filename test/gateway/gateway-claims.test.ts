import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stack, Tags } from 'aws-cdk-lib';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { TAGS } from '../../lib/contract/tags';
import { ServiceKey } from '../../lib/encryption/service-key';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { GatewayClaims } from '../../lib/gateway/gateway-claims';
import { text } from '../encryption/policy-evaluator';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { at, onlyResource, resourcesOf, testApp, type CloudTemplate } from '../support/synthesize';
import { Access } from './access';
import { gatewayPlace } from './gateway-place';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-claims-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const app = testApp(outdir);
const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
const { key } = new ServiceKey(stack, 'TableKey', { description: 'Claims', services: ['dynamodb'] });
new AiGateway(stack, 'Gateway', {
  ...gatewayPlace(stack).props,
  claims: new GatewayClaims(stack, 'Claims', { encryptionKey: key }),
});
Tags.of(stack).add(TAGS.dataClass, 'PHI');
Tags.of(stack).add(TAGS.stage, 'production');
const template = app.synth().getStackByName('Test').template as CloudTemplate;
const access = new Access(template);
const table = access.id('AWS::DynamoDB::Table');

test('rows go when nobody needs them, and the table does not', () => {
  const { Properties } = onlyResource(template, 'AWS::DynamoDB::Table');
  expect(Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
  expect(template.Resources[table]).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate' });
});

test('both functions are told of it', () => {
  const told = resourcesOf(template, 'AWS::Lambda::Function').flatMap(({ Properties }) => {
    const name = at(Properties['Environment'], 'Variables', GATEWAY_VARIABLES.claimTable);
    return name === undefined ? [] : [text(name)];
  });
  expect(told).toEqual([`<${table}>`, `<${table}>`]);
});

test.each(['GatewayFunctionRole', 'GatewayStreamingFunctionRole'])(
  '%s reads and writes rows, deletes none, and uses its key through DynamoDB alone',
  (name) => {
    const role = access.role(name);
    const may = (action: string) => access.onResource(role, `dynamodb:${action}`, `<${table}.Arn>`);
    expect([may('GetItem'), may('PutItem')]).toEqual(['allowed', 'allowed']);
    for (const action of ['DeleteItem', 'UpdateItem', 'Scan', 'Query', 'DeleteTable'])
      expect([action, may(action)]).toEqual([action, 'not allowed']);
    const keyId = access.id('AWS::KMS::Key', 'TableKey');
    const decrypt = (service: string) =>
      access.onResource(role, 'kms:Decrypt', `<${keyId}.Arn>`, {
        'kms:ViaService': `${service}.us-east-1.amazonaws.com`,
      });
    expect(decrypt('dynamodb')).toBe('allowed');
    expect(decrypt('secretsmanager')).toBe('not allowed');
  },
);

test('our rules of the strict profile find in it what its user accepts', () => {
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const broken = judgedOnTheDay(assemblyOf(template as unknown as JsonObject), rules).filter(
    ({ verdict, resource }) =>
      (verdict === 'finding' || verdict === 'unknown') && resource.logicalId.startsWith('Claims'),
  );
  // rows are of a day or so, and recovery has them meanwhile
  expect(broken.map(({ rule }) => rule.id)).toEqual(['dynamodb-in-backup-plan']);
});
