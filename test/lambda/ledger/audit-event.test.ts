import { auditEventOf, type AuditEvent } from '../../../lambda/ledger/audit-event';
import type { LedgerEntry } from '../../../lambda/ledger/ledger-entry';
import { MemoryStore } from '../../../lambda/ledger/memory-store';
import { ChainedWriter } from '../../../lambda/ledger/chained-writer';
import { createMac } from '../../../lambda/ledger/mac';
import { verifyLedger } from '../../../lambda/ledger/verify/verify-ledger';
import { PURPOSE_NAMES } from '../../../lib/contract/purpose-of-use';
import { misshapen } from '../../support/fhir-shape';
import { entry, newKey } from './ledgers';

const { signer } = newKey();
const subject = createMac(Buffer.alloc(32, 1)).digest('subject', 'p-1');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Elements with a minimum of 1 in the definition of AuditEvent, FHIR R4 4.0.1 (hl7.org/fhir/R4/auditevent-definitions.html). */
const REQUIRED = [
  'type',
  'recorded',
  'agent.0',
  'agent.*.requestor',
  'source',
  'source.observer',
  'entity.*.detail.*.type',
];

/** Codes of the value sets that are bound, R4 4.0.1: required ones whole, of extensible ones what their systems define. */
const VALUE_SETS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  type: { 'http://dicom.nema.org/resources/ontology/DCM': ['110100', '110106', '110112'] },
  'source.type.*': {
    'http://terminology.hl7.org/CodeSystem/security-source-type': [
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
    ],
  },
  'agent.*.type.coding.*': {
    'http://dicom.nema.org/resources/ontology/DCM': [
      '110150',
      '110151',
      '110152',
      '110153',
      '110154',
      '110155',
    ],
    'http://terminology.hl7.org/CodeSystem/v3-ParticipationType': ['AUT', 'INF', 'CST', 'IRCP', 'LA'],
  },
  'entity.*.type': { 'http://terminology.hl7.org/CodeSystem/audit-entity-type': ['1', '2', '3', '4'] },
  'entity.*.role': {
    'http://terminology.hl7.org/CodeSystem/object-role': Array.from({ length: 24 }, (_, index) =>
      String(index + 1),
    ),
  },
  'purposeOfEvent.*.coding.*': {
    // all of them are below PurposeOfUse of HL7 v3
    'http://terminology.hl7.org/CodeSystem/v3-ActReason': [
      'TREAT',
      'HPAYMT',
      'HOPERAT',
      'PATRQT',
      'HRESCH',
      'PUBHLTH',
      'HLEGAL',
    ],
  },
};
const CODES: Readonly<Record<string, readonly string[]>> = {
  action: ['C', 'R', 'U', 'D', 'E'],
  outcome: ['0', '4', '8', '12'],
};

function at(value: Json | undefined, [step, ...rest]: readonly string[]): readonly (Json | undefined)[] {
  if (step === undefined) return [value];
  if (value === undefined) return [];
  const below = value as Readonly<Record<string, Json>>;
  if (step === '*') return Object.values(below).flatMap((each) => at(each, rest));
  return at(below[step], rest);
}

/** What of an AuditEvent R4 does not allow: shape and forms, minima, value sets, and the constraint sev-1. */
function faults(event: AuditEvent): readonly string[] {
  const json = JSON.parse(JSON.stringify(event)) as Json;
  const values = (path: string) => at(json, path.split('.'));
  return [
    ...misshapen(JSON.stringify(event)),
    ...REQUIRED.filter((path) => values(path).includes(undefined)),
    ...Object.entries(CODES).filter(
      ([path, codes]) => !values(path).every((code) => codes.includes(code as string)),
    ),
    ...Object.entries(VALUE_SETS).flatMap(([path, systems]) =>
      values(path).flatMap((coding) => {
        if (coding === undefined) return [];
        const { system, code } = coding as { readonly system: string; readonly code: string };
        return systems[system]?.includes(code) ? [] : [`${path} ${system} ${code}`];
      }),
    ),
    ...values('entity.*').filter(
      (entity) => Object.keys(entity as object).filter((name) => ['name', 'query'].includes(name)).length > 1,
    ),
  ].map(String);
}

async function exported(entries: readonly LedgerEntry[]): Promise<readonly AuditEvent[]> {
  const store = new MemoryStore();
  const writer = new ChainedWriter({ store, signer });
  for (const each of entries) await writer.append(each);
  const events: AuditEvent[] = [];
  await verifyLedger({
    store,
    report: () => undefined,
    visit: (found) => void events.push(auditEventOf(found)),
  });
  return events;
}

const FULL: LedgerEntry = entry({
  subject,
  caller: {
    principal: 'arn:aws:iam::111122223333:role/ward',
    authentication: 'mutual-tls',
    onBehalfOf: 'group:nurses',
  },
  purpose: {
    of: 'research',
    basis: 'irb:2026-17',
    disclosure: { recipient: 'registry:university-7', description: 'discharge-summary' },
  },
  prompt: { id: 'summary', version: '4' },
  guardrail: { id: 'g-1', version: '2', action: 'masked' },
});

test.each<[string, LedgerEntry]>([
  [
    'the least',
    {
      ...entry(),
      useCase: undefined,
      purpose: undefined,
      model: undefined,
      dataClass: undefined,
      tokens: undefined,
    },
  ],
  ['all there is', FULL],
  ['free text', entry({ prompt: { freeText: true } })],
  [
    'a refusal',
    entry({ kind: 'refusal', decision: { outcome: 'refused', stage: 'redact', code: 'PHI_LEFT' } }),
  ],
  ['an approval', entry({ kind: 'approval', decision: { outcome: 'approved' } })],
  ...PURPOSE_NAMES.map((of): [string, LedgerEntry] => [
    `the purpose ${of}`,
    entry({ purpose: { of, basis: 'b-1' } }),
  ]),
])('a record with %s is an AuditEvent that R4 allows', async (_, given) => {
  const [event] = await exported([given]);
  expect(event && faults(event)).toEqual([]);
});

test('who, whom, what, why and how it ended stand where FHIR has them', async () => {
  const [event] = await exported([FULL]);
  expect(event).toMatchObject({
    type: { code: '110106' },
    action: 'E',
    outcome: '0',
    purposeOfEvent: [{ coding: [{ code: 'HRESCH' }] }],
    agent: [
      { requestor: true, who: { identifier: { value: 'arn:aws:iam::111122223333:role/ward' } } },
      { requestor: false, who: { identifier: { value: 'group:nurses' } } },
      { requestor: false, who: { identifier: { value: 'anthropic.claude-invented' } } },
      { requestor: false, who: { identifier: { value: 'registry:university-7' } } },
    ],
    entity: [{ what: { identifier: { value: subject.hmac } }, role: { code: '1' } }, {}],
  });
});

test.each([
  ['recorded', { recorded: '2026-03-02' }],
  ['an unknown element', { colour: 'red' }],
  ['no agent', { agent: [] }],
  ['an outcome', { outcome: '5' }],
  ['a code of another system', { type: { system: 'urn:invented', code: '110112' } }],
  ['no observer', { source: {} }],
])('the check notices %s', async (_, change) => {
  const [event] = await exported([entry()]);
  expect(faults({ ...event, ...change } as AuditEvent)).not.toEqual([]);
});
