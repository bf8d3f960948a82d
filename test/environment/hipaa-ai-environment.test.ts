import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TAGS } from '../../lib/contract/tags';
import { parseSettings } from '../../lib/environment/settings';
import { at, list, resourcesOf, ROOT, type CloudTemplate, type Json } from '../support/synthesize';
import { contextKeys } from '../encryption/envelope-place';
import { text } from '../encryption/policy-evaluator';
import { LITE } from '../bedrock/approved-models';
import { resolves } from '../network/dns-firewall-evaluator';
import { DeployedTemplates } from '../support/deployed-template';
import { build, DEV, PROD, type Built } from './built';

const dev = build(DEV);
const prod = build(PROD);
const all = [...Object.entries(dev.templates), ...Object.entries(prod.templates)];

/** Follows references into every corner of a template. */
function walk(value: Json | undefined, visit: (key: string, value: Json) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value) as readonly (readonly [string, Json])[]) {
    visit(key, inner);
    walk(inner, visit);
  }
}

describe('the stacks', () => {
  test('are five, by how long they live', () => {
    expect(dev.stacks.map(({ stackName }) => stackName)).toEqual([
      'HipaaAi-dev-Keys',
      'HipaaAi-dev-Audit',
      'HipaaAi-dev-Bedrock',
      'HipaaAi-dev-Network',
      'HipaaAi-dev-Ai',
    ]);
  });

  test('depend on those that outlive them, never the other way', () => {
    const order = dev.stacks.map(({ id }) => id);
    const dependencies = Object.fromEntries(
      dev.stacks.map(({ stackName, dependencies: needed }) => [
        stackName.replace('HipaaAi-dev-', ''),
        order.filter((id) => needed.some((each) => each.id === id)).map((id) => order.indexOf(id)),
      ]),
    );
    expect(dependencies).toEqual({
      Keys: [],
      Audit: [0],
      Bedrock: [0, 1],
      Network: [0, 1],
      Ai: [0, 1, 3],
    });
  });

  test.each([
    ['dev', dev, []],
    [
      'prod',
      prod,
      ['HipaaAi-prod-Keys', 'HipaaAi-prod-Audit', 'HipaaAi-prod-Bedrock', 'HipaaAi-prod-Gateway'],
    ],
  ])('that hold keys and records cannot be deleted in production (%s)', (_, built, protectedStacks) => {
    expect(
      built.stacks.filter((stack) => stack.terminationProtection).map(({ stackName }) => stackName),
    ).toEqual(protectedStacks);
  });

  test('hold on to what they read: no stack can take away what another uses', () => {
    for (const [name, template] of all) {
      const environment = name.startsWith('HipaaAi-dev') ? dev : prod;
      const exported = Object.values(environment.templates).flatMap(({ Outputs }) =>
        Object.values(Outputs ?? {}).map((output) => at(output, 'Export', 'Name')),
      );
      const imported: Json[] = [];
      walk(template as unknown as Json, (key, value) => {
        // resolved once and never again, so a changed key or endpoint would go unseen
        if (key === 'Fn::GetStackOutput') imported.push(`${key} in ${name}`);
        if (key === 'Fn::ImportValue') imported.push(value);
      });
      expect(imported.filter((each) => !exported.includes(each))).toEqual([]);
    }
  });

  test('deploy to the account of the settings, or to that of the credentials', () => {
    expect(new Set(dev.stacks.map(({ environment }) => environment.name))).toEqual(
      new Set(['aws://unknown-account/us-east-1']),
    );
    const named = build({ ...DEV, account: '111122223333' });
    expect(new Set(named.stacks.map(({ environment }) => environment.name))).toEqual(
      new Set(['aws://111122223333/us-east-1']),
    );
  });
});

describe('the templates', () => {
  test('are the same when synthesized again, in another working directory', () => {
    const before = process.cwd();
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-elsewhere-'));
    try {
      process.chdir(elsewhere);
      expect(build(DEV).templates).toEqual(dev.templates);
    } finally {
      process.chdir(before);
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test.each(all)('of %s holds no account, no invented zone and no path of this machine', (_, template) => {
    const json = JSON.stringify(template);
    expect(json).not.toMatch(/(?<![0-9a-f])\d{12}(?![0-9a-f])/u);
    expect(json).not.toContain('dummy');
    expect(json).not.toContain(ROOT);
    expect(json).not.toContain(tmpdir());
  });

  test.each(all)('of %s gives no statement both every action and every resource', (_, template) => {
    walk(template as unknown as Json, (key, value) => {
      if (key !== 'Statement') return;
      for (const statement of list(value)) {
        if (at(statement, 'Effect') !== 'Allow') continue;
        expect(list(at(statement, 'Action'))).not.toContain('*');
      }
    });
  });

  test.each(all)('of %s has no resource that opens the network to the internet', (_, template) => {
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    for (const type of ['InternetGateway', 'NatGateway', 'EIP', 'Route', 'EgressOnlyInternetGateway'])
      expect(types).not.toContain(`AWS::EC2::${type}`);
  });
});

/** What holds something: another logical id would make CloudFormation replace it, and leave the old one behind. */
const STATEFUL = new Set([
  'AWS::Bedrock::Guardrail',
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::Table',
  'AWS::EC2::VPC',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  // digests of the past are compared with it
  'AWS::SecretsManager::Secret',
  // whoever is on call subscribed to this one
  'AWS::SNS::Topic',
]);

const FROZEN = {
  Keys: [
    'EnvelopeE037C621',
    'KeysAlarms537F0EC7',
    'KeysAudit9D72594A',
    'KeysDataC9F9B497',
    'KeysLogsAD5FB0B7',
    'KeysPrompts58786F72',
  ],
  Bedrock: [
    'DataRetentionSettingFunctionFrameworkLogGroup3EAEBA6E',
    'DataRetentionSettingFunctionLogGroup6B57D090',
    'InvocationLoggingLogGroupEDBFE163',
    'InvocationLoggingSettingFunctionFrameworkLogGroupDFA6BD2E',
    'InvocationLoggingSettingFunctionLogGroupCCE7F2BE',
    'InvocationLoggingStore1BF5DEB1',
  ],
  Audit: [
    'AccessLogs247031D9',
    'AlarmsB3E93623',
    'AlarmsFailuresLogGroup1BDC7363',
    'QuestionsResults7A7C638E',
    'Record57145F6D',
    'Trail022F0CF2',
    'TrailLogGroup4CBE3AF5',
  ],
  Network: [
    'EgressQueryLogLogGroupA9C5462A',
    'NetworkFlowLogGroup4F8CEEEF',
    'NetworkVpc7FB7348F',
    'RestrictDefaultSecurityGroupLogGroup0CE32E02',
  ],
  Ai: ['Guardrail91D61981', 'RedactionLogGroup441D734D'],
};
const statefulOf = (template: CloudTemplate | undefined) =>
  Object.entries(template?.Resources ?? {})
    .flatMap(([id, { Type }]) => (STATEFUL.has(Type) ? [id] : []))
    .sort();

/** What the gateway adds; development has none. */
const OF_THE_GATEWAY: Readonly<Record<string, readonly string[]>> = {
  Keys: ['GatewayBodies6D19CFFB', 'GatewayLedgerSigning230B363E'],
  Gateway: [
    'Bodies41EE0129',
    'GatewayApiAccessLogD000EACC',
    'GatewayFunctionLogGroupBE68E6F4',
    'GatewayStreamingFunctionLogGroupD626C11B',
    'LedgerDigests6CA13C51',
    'LedgerSealerLogGroupE960BD06',
    'Records429B5BF3',
  ],
};

describe('logical ids of what must not be replaced', () => {
  test.each(Object.entries(FROZEN))('are frozen in %s', (stack, ids) => {
    expect(statefulOf(dev.templates[`HipaaAi-dev-${stack}`])).toEqual(ids);
    expect(statefulOf(prod.templates[`HipaaAi-prod-${stack}`])).toEqual(
      [...ids, ...(OF_THE_GATEWAY[stack] ?? [])].sort(),
    );
  });

  test('are frozen in the stack of the gateway', () => {
    expect(statefulOf(prod.templates['HipaaAi-prod-Gateway'])).toEqual(OF_THE_GATEWAY['Gateway']);
  });

  test('are joined by frozen names of what the key stack gives out', () => {
    const outputs = Object.values(dev.templates['HipaaAi-dev-Keys']?.Outputs ?? {});
    expect(
      outputs.map((output) => text(at(output, 'Export', 'Name')).split('ExportsOutput')[1] ?? '').sort(),
    ).toEqual([
      'FnGetAttEnvelopeE037C621ArnB183DACC',
      'FnGetAttKeysAlarms537F0EC7ArnEBAED805',
      'FnGetAttKeysAudit9D72594AArn4DDA50BA',
      'FnGetAttKeysDataC9F9B497ArnB593ACD2',
      'FnGetAttKeysLogsAD5FB0B7Arn47F09C1F',
      'FnGetAttKeysPrompts58786F72Arn665F094D',
    ]);
  });
});

describe('what the settings change', () => {
  const lockOf = ({ templates }: Built, name: string) =>
    resourcesOf(templates[name] ?? { Resources: {} }, 'AWS::S3::Bucket')
      .map(({ Properties }) => at(Properties['ObjectLockConfiguration'], 'Rule', 'DefaultRetention'))
      .filter((each) => each !== undefined);

  test('the record is locked for six years: governance in development, compliance in production', () => {
    expect(lockOf(dev, 'HipaaAi-dev-Audit')).toEqual([{ Mode: 'GOVERNANCE', Days: 2192 }]);
    expect(lockOf(prod, 'HipaaAi-prod-Audit')).toEqual([{ Mode: 'COMPLIANCE', Days: 2192 }]);
  });

  test('concurrency is reserved where the settings say so', () => {
    const reserved = (template: CloudTemplate | undefined) =>
      resourcesOf(template ?? { Resources: {} }, 'AWS::Lambda::Function').map(
        ({ Properties }) => Properties['ReservedConcurrentExecutions'],
      );
    expect(reserved(dev.templates['HipaaAi-dev-Ai'])).toEqual([undefined]);
    expect(reserved(prod.templates['HipaaAi-prod-Ai'])).toEqual([50]);
  });

  test('the approved models reach both the endpoint and the role, and no other model does', () => {
    const models = (template: CloudTemplate | undefined) => {
      const found = new Set<string>();
      walk((template ?? null) as unknown as Json, (key, value) => {
        if (key !== 'Resource' && key !== 'NotResource') return;
        for (const each of list(value)) {
          const [, model] = /foundation-model\/(.+)$/u.exec(text(each)) ?? [];
          if (model) found.add(model);
        }
      });
      return [...found].sort();
    };
    expect(models(dev.templates['HipaaAi-dev-Network'])).toEqual(
      DEV.bedrock.models.map(({ modelId }) => modelId).sort(),
    );
    expect(models(dev.templates['HipaaAi-dev-Ai'])).toEqual(
      DEV.bedrock.models.map(({ modelId }) => modelId).sort(),
    );
  });

  test('zones, range and rotation are those of the settings', () => {
    const settings = parseSettings(
      {
        environment: 'trial',
        region: 'eu-west-1',
        allowedRegions: ['eu-west-1'],
        keys: { rotationDays: 90, administrators: ['arn:aws:iam::111122223333:role/Custodian'] },
        network: { cidr: '10.77.0.0/16', availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] },
        bedrock: { models: [{ ...LITE, regions: ['eu-west-1'] }] },
      },
      'trial',
    );
    const { templates } = build(settings);
    const network = templates['HipaaAi-trial-Network'] ?? { Resources: {} };
    expect(
      resourcesOf(network, 'AWS::EC2::Subnet').map(({ Properties }) => Properties['AvailabilityZone']),
    ).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);
    expect(resourcesOf(network, 'AWS::EC2::VPC')[0]?.Properties['CidrBlock']).toBe('10.77.0.0/16');
    for (const { Properties } of resourcesOf(
      templates['HipaaAi-trial-Keys'] ?? { Resources: {} },
      'AWS::KMS::Key',
    )) {
      expect(Properties['RotationPeriodInDays']).toBe(90);
      expect(JSON.stringify(Properties['KeyPolicy'])).toContain('arn:aws:iam::111122223333:role/Custodian');
    }
  });

  test('a replica turns on replication without tying the key stack to its user', () => {
    const replica = {
      bucketArn: 'arn:aws:s3:::invented-replica',
      keyArn: 'arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000000',
    };
    const { templates } = build({ ...DEV, audit: { ...DEV.audit, replica } });
    const buckets = resourcesOf(templates['HipaaAi-dev-Audit'] ?? { Resources: {} }, 'AWS::S3::Bucket');
    const rules = buckets.flatMap(({ Properties }) =>
      list(at(Properties['ReplicationConfiguration'], 'Rules')),
    );
    expect(rules.map((rule) => text(at(rule, 'Destination', 'Bucket')))).toEqual([replica.bucketArn]);
    expect(templates['HipaaAi-dev-Keys']).toEqual(dev.templates['HipaaAi-dev-Keys']);
  });
});

test('a guardrail is enforced for the account where the settings say who looked, and not otherwise', () => {
  const approval = { by: 'model board', on: '2026-10-01', record: 'MB-14' };
  const enforced = build({
    ...DEV,
    bedrock: { ...DEV.bedrock, enforcedGuardrail: { approval, exceptModels: [] } },
  });
  const type = 'AWS::Bedrock::EnforcedGuardrailConfiguration';
  const of = ({ templates }: Built) => resourcesOf(templates['HipaaAi-dev-Ai'] ?? { Resources: {} }, type);
  expect(of(dev)).toEqual([]);
  expect(of(enforced)).toHaveLength(1);
});

describe('envelopes', () => {
  const sealing = ({ templates }: Built) => {
    const deployed = new DeployedTemplates(Object.values(templates));
    const key = deployed.id('AWS::KMS::Key', 'Envelope');
    const role = deployed.id('AWS::IAM::Role', 'RedactionRole');
    return (tenant: string, action = 'kms:GenerateDataKey') =>
      deployed.onKey(key, role, action, contextKeys({ tenant, purpose: 'original' }));
  };

  test('are sealed for the tenant named as the environment, and not opened', () => {
    const ask = sealing(dev);
    expect(ask('dev')).toBe('allowed');
    expect(ask('t-1')).toBe('denied');
    expect(ask('dev', 'kms:Decrypt')).toBe('denied');
  });

  test('are sealed for the tenant of the settings where there is one', () => {
    const ask = sealing(build({ ...DEV, tenant: 't-1' }));
    expect(ask('t-1')).toBe('allowed');
    expect(ask('dev')).toBe('denied');
  });

  test('have no table of branch keys unless the settings ask for one', () => {
    for (const [, template] of all) expect(resourcesOf(template, 'AWS::DynamoDB::Table')).toEqual([]);
  });

  describe('with branch keys', () => {
    const { templates } = build({ ...DEV, tenantKeys: { pointInTimeRecovery: 'enabled' } });
    const keys = templates['HipaaAi-dev-Keys'];

    test('have the table in the stack of the keys, under the data key, by a frozen logical id', () => {
      expect(statefulOf(keys)).toEqual([...FROZEN.Keys, 'TenantKeys44C47AE7'].sort());
      const [table] = resourcesOf(keys ?? { Resources: {} }, 'AWS::DynamoDB::Table');
      expect(text(at(table?.Properties['SSESpecification'], 'KMSMasterKeyId'))).toBe(
        '<KeysDataC9F9B497.Arn>',
      );
    });

    test('are of a key store named as the environment', () => {
      const { Properties } = keys?.Resources['EnvelopeE037C621'] ?? { Properties: {} };
      expect(JSON.stringify(Properties)).toContain('"kms:EncryptionContext:tablename":"hipaa-ai-dev"');
    });

    test('change no other stack', () => {
      for (const stack of ['Audit', 'Bedrock', 'Network', 'Ai'])
        expect(templates[`HipaaAi-dev-${stack}`]).toEqual(dev.templates[`HipaaAi-dev-${stack}`]);
    });
  });
});

describe('tags', () => {
  function tagsOf(
    name: string,
    { templates } = dev,
  ): readonly (readonly [string, Readonly<Record<string, string>>])[] {
    return Object.entries(templates[name]?.Resources ?? {}).flatMap(([id, { Properties }]) => {
      const tags = list(Properties['Tags']);
      if (tags.length === 0) return [];
      return [[id, Object.fromEntries(tags.map((tag) => [text(at(tag, 'Key')), text(at(tag, 'Value'))]))]];
    });
  }

  test.each(Object.keys(dev.templates))(
    'name the environment on everything in %s that takes tags',
    (name) => {
      const tagged = tagsOf(name);
      expect(tagged.length).toBeGreaterThan(0);
      for (const [id, tags] of tagged) expect([id, tags[TAGS.environment]]).toEqual([id, 'dev']);
    },
  );

  test('say what each key protects', () => {
    const classes = Object.fromEntries(
      tagsOf('HipaaAi-dev-Keys').map(([id, tags]) => [id, tags[TAGS.dataClass]]),
    );
    expect(classes).toEqual({
      EnvelopeE037C621: 'NO_PHI',
      KeysAlarms537F0EC7: 'AUDIT',
      KeysAudit9D72594A: 'AUDIT',
      KeysDataC9F9B497: 'NO_PHI',
      KeysLogsAD5FB0B7: 'LOG',
      KeysPrompts58786F72: 'NO_PHI',
    });
  });

  test.each([
    ['HipaaAi-dev-Audit', dev, 'AUDIT'],
    ['HipaaAi-dev-Network', dev, 'LOG'],
    ['HipaaAi-dev-Ai', dev, 'NO_PHI'],
    ['HipaaAi-prod-Ai', prod, 'PHI'],
  ])('of %s say what it holds', (name, built, dataClass) => {
    for (const [id, tags] of tagsOf(name, built))
      expect([id, tags[TAGS.dataClass]]).toEqual([
        id,
        id === 'RedactionLogGroup441D734D' ? 'LOG' : dataClass,
      ]);
  });

  test.each([
    ['dev', dev, 'non-production', 'NO_PHI'],
    ['prod', prod, 'production', 'PHI'],
  ])('of the log of prompts say what prompts may hold, and where (%s)', (name, built, stage, dataClass) => {
    const tags = new Map(tagsOf(`HipaaAi-${name}-Bedrock`, built));
    for (const id of ['InvocationLoggingLogGroupEDBFE163', 'InvocationLoggingStore1BF5DEB1'])
      expect(tags.get(id)).toMatchObject({ [TAGS.dataClass]: dataClass, [TAGS.stage]: stage });
  });
});

describe('names', () => {
  const network = ({ templates } = dev) => templates['HipaaAi-dev-Network'] ?? { Resources: {} };

  test.each(['kms', 'bedrock-runtime', 'logs', 'sts', 'secretsmanager', 's3', 'dynamodb'])(
    'of the endpoint of %s resolve',
    (service) => {
      expect(resolves(network(), `${service}.us-east-1.amazonaws.com`)).toBe('resolved');
    },
  );

  test('of anything else do not, unless the settings say so', () => {
    expect(resolves(network(), 'api.openai.com')).toBe('blocked');
    expect(resolves(network(), 'ledger.mesh.internal')).toBe('blocked');
    const internalNames = ['*.mesh.internal'];
    const named = network(build({ ...DEV, network: { ...DEV.network, internalNames } }));
    expect(resolves(named, 'ledger.mesh.internal')).toBe('resolved');
    expect(resolves(named, 'api.openai.com')).toBe('blocked');
  });
});

test('the whole environment, as an aid to reviewers', () => {
  const masked = JSON.parse(
    JSON.stringify(dev.templates).replaceAll(/[0-9a-f]{64}\.zip/gu, '<asset>.zip'),
  ) as unknown;
  expect(masked).toMatchSnapshot();
});
