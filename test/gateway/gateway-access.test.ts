import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BODY_PURPOSES } from '../../lib/contract/gateway';
import { at, list } from '../support/synthesize';
import { Access } from './access';
import { builtGateway } from './built-gateway';

const outdir = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-gateway-access-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const template = builtGateway(outdir);
const access = new Access(template);
const [WHOLE, STREAMING] = ['GatewayFunctionRole', 'GatewayStreamingFunctionRole'].map((id) =>
  access.role(id),
);

describe('the role of the gateway', () => {
  const records = access.id('AWS::S3::Bucket', 'Records');
  const bodies = access.id('AWS::S3::Bucket', 'Bodies');
  const key = access.id('AWS::KMS::Key', 'GatewayKeysBodies');
  const roles = [WHOLE ?? '', STREAMING ?? ''];
  const purpose = (each: string) => ({ 'kms:EncryptionContext:purpose': each });

  test('appends to the ledger, and neither overwrites nor deletes', () => {
    for (const role of roles) {
      expect(access.onBucket(role, records, 's3:PutObject', 'a', { 's3:if-none-match': '*' })).toBe(
        'allowed',
      );
      expect(access.onBucket(role, records, 's3:PutObject', 'a')).toBe('denied');
      expect(access.onBucket(role, records, 's3:DeleteObject', 'a')).toBe('denied');
      expect(access.onBucket(role, records, 's3:ListBucket')).toBe('not allowed');
    }
  });

  test.each(Object.entries(BODY_PURPOSES))('seals what is a %s', (_, each) => {
    for (const role of roles)
      expect(access.onKey(role, key, 'kms:GenerateDataKey', purpose(each))).toBe('allowed');
  });

  test('opens its own replies and nothing else', () => {
    for (const role of roles) {
      expect(access.onKey(role, key, 'kms:Decrypt', purpose(BODY_PURPOSES.reply))).toBe('allowed');
      expect(access.onKey(role, key, 'kms:Decrypt', purpose(BODY_PURPOSES.body))).toBe('not allowed');
      expect(access.onKey(role, key, 'kms:Decrypt', purpose(BODY_PURPOSES.tokens))).toBe('not allowed');
      expect(access.onKey(role, key, 'kms:Decrypt', {})).toBe('not allowed');
    }
  });

  test('keeps bodies and claims, lists claims alone, and deletes nothing', () => {
    const [role = ''] = roles;
    expect(access.onBucket(role, bodies, 's3:PutObject', '90d/a/b/reply')).toBe('allowed');
    expect(access.onBucket(role, bodies, 's3:ListBucket', undefined, { 's3:prefix': 'state/abc/' })).toBe(
      'allowed',
    );
    expect(access.onBucket(role, bodies, 's3:ListBucket', undefined, { 's3:prefix': '90d/' })).toBe(
      'not allowed',
    );
    expect(access.onBucket(role, bodies, 's3:DeleteObject', '90d/a/b/reply')).toBe('not allowed');
  });

  test('invokes no function, not even its own', () => {
    for (const role of roles)
      expect(access.onResource(role, 'lambda:InvokeFunction', '<anything>')).toBe('not allowed');
  });
});

describe('what is kept', () => {
  const bodies = access.id('AWS::S3::Bucket', 'Bodies');
  const key = access.id('AWS::KMS::Key', 'GatewayKeysBodies');
  const opens = (role: string, purpose: string) =>
    access.onKey(access.role(role), key, 'kms:Decrypt', { 'kms:EncryptionContext:purpose': purpose });

  test.each([
    ['Reviewer', BODY_PURPOSES.body, [BODY_PURPOSES.reply, BODY_PURPOSES.tokens]],
    ['Reidentifier', BODY_PURPOSES.tokens, [BODY_PURPOSES.reply, BODY_PURPOSES.body]],
    ['LedgerSealer', undefined, Object.values(BODY_PURPOSES)],
  ])('is opened by %s for %s, and for nothing else', (role, purpose, others) => {
    if (purpose !== undefined) expect(opens(role, purpose)).toBe('allowed');
    for (const other of others) expect([other, opens(role, other)]).toEqual([other, 'not allowed']);
  });

  test('is read by reviewers, and neither written by them nor seen by the sealer', () => {
    const may = (role: string, action: string) =>
      access.onBucket(access.role(role), bodies, action, '90d/a/b/body');
    expect(may('Reviewer', 's3:GetObject')).toBe('allowed');
    expect(may('Reviewer', 's3:PutObject')).toBe('not allowed');
    expect(may('LedgerSealer', 's3:GetObject')).toBe('not allowed');
  });

  test('is kept for as long as its use case says, and claims for five weeks', () => {
    const rules = list(at(template.Resources[bodies]?.Properties['LifecycleConfiguration'], 'Rules'));
    const expiries = rules.flatMap((rule) =>
      at(rule, 'ExpirationInDays') === undefined ? [] : [[at(rule, 'Prefix'), at(rule, 'ExpirationInDays')]],
    );
    expect(expiries).toEqual([
      ['30d/', 30],
      ['90d/', 90],
      ['state/', 35],
    ]);
  });
});
