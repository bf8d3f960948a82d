import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../../lambda/gateway/settings';
import { GATEWAY_VARIABLES as NAMES } from '../../../lib/contract/environment-variables';
import { manifest } from './gateway-place';

const DOORS = { discharge: { door: 'direct', principal: 'arn:aws:iam::111122223333:role/discharge' } };
const environment = {
  AWS_REGION: 'us-east-1',
  [NAMES.useCases]: JSON.stringify([manifest()]),
  [NAMES.doors]: JSON.stringify(DOORS),
  [NAMES.bodyBucket]: 'bodies',
  [NAMES.bodyKeyArn]: 'arn:aws:kms:us-east-1:111122223333:key/k',
  [NAMES.claimTable]: 'claims',
};

test('what is not set has its default', () => {
  expect(readSettings(environment)).toMatchObject({
    guardrail: undefined,
    profiles: undefined,
    onLeak: 'mask',
    maxBodyBytes: 1_048_576,
    approvalSeconds: 86_400,
    approvalMachineArn: undefined,
  });
});

test('use cases that do not fit into a variable are read from a file', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'use-cases-')), 'use-cases.json');
  writeFileSync(file, JSON.stringify([manifest(), manifest({ id: 'triage' })]));
  expect(readSettings({ ...environment, [NAMES.useCases]: `file:${file}` }).useCases.size).toBe(2);
});

test.each([
  [NAMES.useCases, undefined],
  [NAMES.useCases, '[{]'],
  [NAMES.doors, undefined],
  [NAMES.doors, '{}'],
  [NAMES.doors, '{"a":{"door":"window"}}'],
  [NAMES.bodyBucket, ''],
  [NAMES.bodyKeyArn, undefined],
  ['AWS_REGION', undefined],
  [NAMES.onLeak, 'ignore'],
  [NAMES.maxBodyBytes, '0'],
  [NAMES.maxBodyBytes, '6291457'],
  [NAMES.approvalSeconds, '1.5'],
  [NAMES.approvalMachineArn, 'arn:aws:states:us-east-1:111122223333:execution:oversight:a'],
  [NAMES.approvalMachineArn, 'oversight'],
  [NAMES.guardrailId, 'gr1'],
])('%s as %p keeps the gateway from starting, and is named', (name, value) => {
  expect(() => readSettings({ ...environment, [name]: value })).toThrow(name);
});

test('the most bytes, and a guardrail by its number, are taken; a draft is not', () => {
  const given = { ...environment, [NAMES.maxBodyBytes]: '6291456', [NAMES.guardrailId]: 'gr1' };
  expect(readSettings({ ...given, [NAMES.guardrailVersion]: '3' })).toMatchObject({
    maxBodyBytes: 6_291_456,
    guardrail: { id: 'gr1', version: '3' },
  });
  expect(() => readSettings({ ...given, [NAMES.guardrailVersion]: 'DRAFT' })).toThrow(NAMES.guardrailVersion);
});
