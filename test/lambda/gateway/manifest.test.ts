import { createEngine } from '../../../lambda/gateway/engine';
import { readManifests } from '../../../lambda/gateway/manifest';
import type { UseCaseManifest } from '../../../lib/contract/use-case';
import { manifest } from './gateway-place';

const LIMITED = { profile: 'limited-data-set', dataUseAgreement: 'DUA-7' } as const;

test('use cases are found by their id', () => {
  const two = [manifest(), manifest({ id: 'triage' })];
  expect([...readManifests(two).keys()]).toEqual(['discharge-summary', 'triage']);
  expect(readManifests(two).get('triage')).toEqual(two[1]);
});

test.each<[string, Partial<UseCaseManifest>, string]>([
  ['an id with a space', { id: 'a b' }, '0.id'],
  ['no purpose', { purposes: [] }, '0.purposes'],
  ['no caller', { callers: [] }, '0.callers'],
  ['a caller that is a pattern', { callers: ['arn:aws:iam::111122223333:role/*'] }, '0.callers.0'],
  ['a caller that is an account', { callers: ['111122223333'] }, '0.callers.0'],
  ['nothing to ask', { freeText: false, prompts: [] }, '0.prompts'],
  [
    'a prompt that is a draft',
    { prompts: [{ id: 'p', version: 'DRAFT', sha256: '0'.repeat(64) }] },
    '0.prompts.0.version',
  ],
  [
    'a prompt without its digest',
    { prompts: [{ id: 'p', version: '1', sha256: 'abc' }] },
    '0.prompts.0.sha256',
  ],
  ['approval by nobody', { requiresHumanApproval: true }, '0.approvers'],
  ['a limited data set for treatment', { redaction: LIMITED }, '0.purposes'],
  [
    'a limited data set that calls itself redacted',
    { redaction: LIMITED, purposes: ['research'], dataClass: 'REDACTED' },
    '0.dataClass',
  ],
  ['a grounding above one', { minimumGrounding: 1.01 }, '0.minimumGrounding'],
  ['the full record as a field', { fields: ['*'] }, '0.fields.0'],
  ['no output at all', { maxOutputTokens: 0 }, '0.maxOutputTokens'],
])('a use case with %s is refused at the start, by its path', (_, changes, path) => {
  expect(() => readManifests([manifest(changes)])).toThrow(path);
});

test.each<[string, Partial<UseCaseManifest>]>([
  ['a limited data set for research', { redaction: LIMITED, purposes: ['research'] }],
  ['approval by a group', { requiresHumanApproval: true, approvers: ['group:attending'] }],
  ['a caller by its SPIFFE id', { callers: ['spiffe://clinic.example/ward/discharge'] }],
  ['grounding of exactly one', { minimumGrounding: 1 }],
])('a use case with %s is taken', (_, changes) => {
  expect(readManifests([manifest(changes)]).size).toBe(1);
});

test('two use cases of one name are refused, and so are none', () => {
  expect(() => readManifests([manifest(), manifest()])).toThrow('discharge-summary');
  expect(() => readManifests([])).toThrow('(list)');
  expect(() => readManifests({ [manifest().id]: manifest() })).toThrow('(list)');
});

test('a use case that needs a part that was not given keeps the gateway from starting', () => {
  const useCases = readManifests([manifest({ minimumGrounding: 0.5 })]);
  expect(() => createEngine({ useCases } as never)).toThrow('guardrail');
  const parking = readManifests([manifest({ requiresHumanApproval: true, approvers: ['group:a'] })]);
  expect(() => createEngine({ useCases: parking } as never)).toThrow('approve');
});
