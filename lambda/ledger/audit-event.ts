import { PURPOSES_OF_USE } from '../../lib/contract/purpose-of-use';
import type { LedgerEntry } from './ledger-entry';
import { receiptId } from './place';
import type { FoundRecord } from './verify/chain-check';

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const ACT_REASON = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const SOURCE_TYPE = 'http://terminology.hl7.org/CodeSystem/security-source-type';
/** Systems of identifiers and codes that are ours. */
const OWN = 'urn:hipaa-ai-cdk:ledger';

interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

interface Reference {
  readonly identifier: { readonly system: string; readonly value: string };
  readonly display?: string;
}

interface Agent {
  readonly type: { readonly coding: readonly Coding[] };
  readonly who: Reference;
  readonly requestor: boolean;
}

interface Entity {
  readonly what: Reference;
  readonly type: Coding;
  readonly role?: Coding;
  readonly detail?: readonly { readonly type: string; readonly valueString: string }[];
}

/** AuditEvent of FHIR R4 (4.0.1), as far as the ledger fills it. */
export interface AuditEvent {
  readonly resourceType: 'AuditEvent';
  readonly id: string;
  readonly type: Coding;
  readonly subtype: readonly Coding[];
  readonly action: 'E';
  readonly recorded: string;
  readonly outcome: '0' | '4';
  readonly outcomeDesc: string;
  readonly purposeOfEvent?: readonly { readonly coding: readonly Coding[] }[];
  readonly agent: readonly Agent[];
  readonly source: { readonly observer: Reference; readonly type: readonly Coding[] };
  readonly entity: readonly Entity[];
}

const TYPES = {
  export: { system: DICOM, code: '110106', display: 'Export' },
  query: { system: DICOM, code: '110112', display: 'Query' },
  activity: { system: DICOM, code: '110100', display: 'Application Activity' },
} as const;

const ROLES = {
  source: { system: DICOM, code: '110153', display: 'Source Role ID' },
  destination: { system: DICOM, code: '110152', display: 'Destination Role ID' },
  recipient: { system: PARTICIPATION, code: 'IRCP', display: 'information recipient' },
  behalf: { system: PARTICIPATION, code: 'AUT', display: 'author (originator)' },
} as const;

/** One record as a FHIR R4 AuditEvent. The individual stands in it as in the ledger: by a keyed digest. */
export function auditEventOf({ record, hash, place }: FoundRecord): AuditEvent {
  const { entry, time, sequence } = record;
  const receipt = receiptId(place, sequence);
  return {
    resourceType: 'AuditEvent',
    id: receipt,
    type: typeOf(entry),
    subtype: [{ system: `${OWN}:kind`, code: entry.kind }],
    // a program was run: what it was about is in the entities
    action: 'E',
    recorded: time,
    outcome: entry.decision.outcome === 'refused' || entry.decision.outcome === 'rejected' ? '4' : '0',
    outcomeDesc: [entry.decision.outcome, entry.decision.stage, entry.decision.code]
      .filter((word) => word !== undefined)
      .join(' '),
    ...(entry.purpose && {
      purposeOfEvent: [{ coding: [{ system: ACT_REASON, code: PURPOSES_OF_USE[entry.purpose.of].code }] }],
    }),
    agent: agentsOf(entry),
    source: {
      observer: { ...identified('writer', place.id), display: 'AI gateway' },
      type: [{ system: SOURCE_TYPE, code: '4', display: 'Application Server' }],
    },
    entity: [...subjectOf(entry), { ...interactionOf(entry, hash), what: identified('receipt', receipt) }],
  };
}

function typeOf({ kind, purpose, decision }: LedgerEntry): Coding {
  if (kind === 'approval' || kind === 'rejection') return TYPES.activity;
  return purpose?.disclosure && decision.outcome === 'answered' ? TYPES.export : TYPES.query;
}

function agentsOf({ caller, model, purpose }: LedgerEntry): readonly Agent[] {
  const agent = (role: Coding, system: string, value: string, requestor = false): Agent => ({
    type: { coding: [role] },
    who: identified(system, value),
    requestor,
  });
  return [
    agent(ROLES.source, 'principal', caller.principal, true),
    ...(caller.onBehalfOf === undefined ? [] : [agent(ROLES.behalf, 'principal', caller.onBehalfOf)]),
    ...(model === undefined ? [] : [agent(ROLES.destination, 'model', model.id)]),
    ...(purpose?.disclosure === undefined
      ? []
      : [agent(ROLES.recipient, 'recipient', purpose.disclosure.recipient)]),
  ];
}

function subjectOf({ subject }: LedgerEntry): readonly Entity[] {
  if (subject === undefined) return [];
  return [
    {
      what: identified(`subject:${subject.keyId}`, subject.hmac),
      type: { system: ENTITY_TYPE, code: '1', display: 'Person' },
      role: { system: OBJECT_ROLE, code: '1', display: 'Patient' },
    },
  ];
}

function interactionOf(entry: LedgerEntry, hash: string): Omit<Entity, 'what'> {
  const { useCase, dataClass, purpose, prompt, guardrail, tokens, model } = entry;
  const details = {
    recordHash: hash,
    requestId: entry.requestId,
    useCase: useCase && `${useCase.id} ${useCase.version}`,
    dataClass,
    basis: purpose?.basis,
    disclosed: purpose?.disclosure?.description,
    prompt: prompt && ('freeText' in prompt ? 'free text' : `${prompt.id} ${prompt.version}`),
    modelRegion: model?.region,
    guardrail: guardrail && `${guardrail.id} ${guardrail.version} ${guardrail.action}`,
    tokens: tokens && `${tokens.input} in, ${tokens.output} out`,
  };
  return {
    type: { system: ENTITY_TYPE, code: '2', display: 'System Object' },
    detail: Object.entries(details).flatMap(([type, valueString]) =>
      valueString === undefined ? [] : [{ type, valueString }],
    ),
  };
}

function identified(kind: string, value: string): Reference {
  return { identifier: { system: `${OWN}:${kind}`, value } };
}
