import type { Field } from '../field';

const field = (category: Field['category'], detector: string): Field => ({ category, detector });

const NAME = field('NAME', 'fhir-element');
const FACILITY = field('GEO', 'facility');
const DEVICE = field('DEVICE', 'fhir-element');
const PLAN = field('HEALTH_PLAN', 'fhir-element');
const OTHER = field('OTHER_ID', 'fhir-element');

/** Strings that are an identifier by the element they stand in. */
export const IDENTIFYING_STRINGS: ReadonlyMap<string, Field> = new Map([
  ['Annotation.authorString', NAME],
  ['ContactDetail.name', NAME],
  ['Contributor.name', NAME],
  ['FamilyMemberHistory.name', NAME],
  ['AuditEvent.agent.name', NAME],
  ['Group.name', NAME],
  ['Coverage.dependent', PLAN],
  ['Coverage.subscriberId', PLAN],
  ['Coverage.class.value', PLAN],
  ['Claim.insurance.preAuthRef', PLAN],
  ['ClaimResponse.preAuthRef', PLAN],
  ['CoverageEligibilityResponse.preAuthRef', PLAN],
  ['CoverageEligibilityResponse.insurance.item.authorizationUrl', PLAN],
  ['ExplanationOfBenefit.preAuthRef', PLAN],
  ['ExplanationOfBenefit.insurance.preAuthRef', PLAN],
  ['Organization.name', FACILITY],
  ['Organization.alias', FACILITY],
  ['Location.name', FACILITY],
  ['Location.alias', FACILITY],
  ['HealthcareService.name', FACILITY],
  ['AuditEvent.source.site', FACILITY],
  ['MessageHeader.destination.name', FACILITY],
  ['MessageHeader.source.name', FACILITY],
  ['Endpoint.name', FACILITY],
  ['Device.distinctIdentifier', DEVICE],
  ['Device.lotNumber', DEVICE],
  ['Device.serialNumber', DEVICE],
  ['Device.udiCarrier.deviceIdentifier', DEVICE],
  ['Device.udiCarrier.carrierHRF', DEVICE],
  ['DeviceDefinition.udiDeviceIdentifier.deviceIdentifier', DEVICE],
  ['Medication.batch.lotNumber', DEVICE],
  ['Immunization.lotNumber', DEVICE],
  ['Media.deviceName', DEVICE],
  ['MolecularSequence.observedSeq', field('BIOMETRIC', 'fhir-element')],
  ['MolecularSequence.referenceSeq.referenceSeqString', field('BIOMETRIC', 'fhir-element')],
  ['AuditEvent.agent.altId', OTHER],
  ['AuditEvent.agent.network.address', field('IP', 'fhir-element')],
  ['Bundle.entry.request.ifMatch', OTHER],
  ['Bundle.entry.request.ifNoneMatch', OTHER],
  ['Bundle.entry.request.ifNoneExist', OTHER],
  ['Subscription.criteria', OTHER],
  ['Subscription.channel.header', OTHER],
  ['Endpoint.header', OTHER],
]);

/** Strings of the schema or of a terminology: only values the document itself gave as identifying are taken out. */
export const SCHEMA_STRINGS: ReadonlySet<string> = new Set([
  'Coding.display',
  'Coding.version',
  'CodeSystem.concept.display',
  'ValueSet.expansion.contains.display',
  'Quantity.unit',
  'Age.unit',
  'Count.unit',
  'Distance.unit',
  'Duration.unit',
  'MoneyQuantity.unit',
  'SimpleQuantity.unit',
  'SampledData.data',
  'Bundle.link.relation',
  'Bundle.entry.response.status',
  'QuestionnaireResponse.item.linkId',
  'Questionnaire.item.linkId',
  'Expression.expression',
  'OperationOutcome.issue.expression',
]);

/** Strings whose element says nothing of what they hold. */
export const OPEN_STRINGS: ReadonlySet<string> = new Set([
  'Extension.valueString',
  'Extension.valueMarkdown',
  'Parameters.parameter.valueString',
  'Task.input.valueString',
  'Task.output.valueString',
  // "mother's maiden name": the question, not the element, says what the answer is
  'QuestionnaireResponse.item.answer.valueString',
  'AuditEvent.entity.detail.valueString',
  'AuditEvent.entity.name',
]);

/** Numbers that say where somebody is. */
export const IDENTIFYING_NUMBERS: ReadonlyMap<string, Field> = new Map([
  ['Location.position.longitude', field('GEO', 'coordinate')],
  ['Location.position.latitude', field('GEO', 'coordinate')],
  ['Location.position.altitude', field('GEO', 'coordinate')],
]);

/** URIs that name a vocabulary, a profile or a rule, not a person or a server. */
export const SCHEMA_URIS: ReadonlySet<string> = new Set([
  'Coding.system',
  'Quantity.system',
  'Age.system',
  'Count.system',
  'Distance.system',
  'Duration.system',
  'MoneyQuantity.system',
  'SimpleQuantity.system',
  'Reference.type',
  'Signature.type',
  'ValueSet.compose.include.system',
  'ValueSet.expansion.contains.system',
  'ConceptMap.group.source',
  'ConceptMap.group.target',
]);
