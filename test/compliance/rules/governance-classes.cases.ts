import { deidentificationRecorded } from '../../../lib/compliance/rules/governance/deidentification-recorded';
import { phiInProduction } from '../../../lib/compliance/rules/governance/phi-in-production';
import { storeClassified } from '../../../lib/compliance/rules/governance/store-classified';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  casesOf,
  either,
  NOTHING,
  OPEN,
  seen,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';

const TABLE = 'AWS::DynamoDB::Table';
const GLOBAL = 'AWS::DynamoDB::GlobalTable';
const CLASS = 'hipaa-ai:data-class';
const STAGE = 'hipaa-ai:stage';
const RECORD = 'hipaa-ai:deidentification';

const tag = (Key: Json, Value: Json): JsonObject => ({ Key, Value });
const store = (...tags: readonly Json[]): Scenario => subject(TABLE, { Tags: tags });
const classed = (value: Json): Scenario => store(tag('Owner', 'x'), tag(CLASS, value));
const staged = (value: Json, dataClass: Json = 'PHI'): Scenario =>
  store(tag(CLASS, dataClass), tag(STAGE, value));
const recorded = (value: Json): Scenario => store(tag(CLASS, 'DEIDENTIFIED'), tag(RECORD, value));
/** Types that keep their tags elsewhere, each with these. */
function elsewhere(what: string, tags: Readonly<Record<string, string>>): Readonly<Record<string, Scenario>> {
  const list = Object.entries(tags).map(([Key, Value]) => tag(Key, Value));
  return {
    [`${what} in files is a finding`]: subject('AWS::EFS::FileSystem', { FileSystemTags: list }),
    [`${what} in a vault is a finding`]: subject('AWS::Backup::BackupVault', { BackupVaultTags: tags }),
    [`${what} in a vault apart is a finding`]: subject('AWS::Backup::LogicallyAirGappedBackupVault', {
      BackupVaultTags: tags,
    }),
    [`${what} in a replica is a finding`]: subject(GLOBAL, {
      Replicas: [{ Region: 'us-east-1', Tags: list }],
    }),
  };
}
const OUTSIDE = [tag(CLASS, 'PHI'), tag(STAGE, 'non-production')];

export const governanceClassCases: readonly RuleCases[] = [
  casesOf(storeClassified, {
    'a class that is known is compliant': classed('LIMITED_DATA_SET'),
    'a class in an object is compliant': subject('AWS::Bedrock::KnowledgeBase', { Tags: { [CLASS]: 'PHI' } }),
    'known classes in both branches is compliant': classed(either('PHI', 'NO_PHI')),
    'one tag or another list with it is compliant': subject(TABLE, {
      Tags: either([tag(CLASS, 'PHI')], [tag(CLASS, 'NO_PHI')]),
    }),
    'no tags is a finding': seen(subject(TABLE), 'Properties.Tags'),
    'another tag is a finding': store(tag('DataClass', 'PHI')),
    'a class nobody knows is a finding': seen(classed('confidential'), 'Properties.Tags'),
    'a class in other letters is a finding': classed('phi'),
    'a key in other letters is a finding': store(tag('HIPAA-AI:data-class', 'PHI')),
    'a class nobody knows in an object is a finding': subject('AWS::HealthImaging::Datastore', {
      Tags: { [CLASS]: 'none' },
    }),
    'a class that a condition leaves out is a finding': store(either(tag(CLASS, 'PHI'), NOTHING)),
    'a key that is another one in one branch is a finding': store(tag(either(CLASS, 'Owner'), 'PHI')),
    'a value that a condition leaves out is a finding': classed(either('PHI', NOTHING)),
    'a class that is known in one branch only is a finding': classed(either('PHI', 'secret')),
    'one replica without a class is a finding': seen(
      subject(GLOBAL, {
        Replicas: [
          { Region: 'us-east-1', Tags: [tag(CLASS, 'PHI')] },
          { Region: 'us-west-2', Tags: [] },
        ],
      }),
      'Properties.Replicas.1.Tags',
    ),
    'a class left to a parameter is unknown': classed(OPEN),
    'tags left to a parameter is unknown': subject(TABLE, { Tags: OPEN }),
    'a key left to a parameter is unknown': store(tag(OPEN, 'PHI')),
  }),
  casesOf(phiInProduction, {
    'PHI in production is compliant': staged('production'),
    'PHI elsewhere is a finding': seen(staged('non-production'), 'Properties.Tags'),
    'a limited data set elsewhere is a finding': staged('non-production', 'LIMITED_DATA_SET'),
    'redacted text elsewhere is a finding': staged('non-production', 'REDACTED'),
    'a stage nobody knows is a finding': staged('prod'),
    'PHI that is elsewhere in one branch is a finding': staged(either('production', 'non-production')),
    'PHI in one branch that is elsewhere is unknown': staged('non-production', either('PHI', 'NO_PHI')),
    'class and stage chosen together is unknown': staged(
      either('production', 'non-production'),
      either('PHI', 'NO_PHI'),
    ),
    'tags chosen together, each as they should be, is compliant': subject(TABLE, {
      Tags: either(
        [tag(CLASS, 'PHI'), tag(STAGE, 'production')],
        [tag(CLASS, 'NO_PHI'), tag(STAGE, 'non-production')],
      ),
    }),
    'a log group that says it has PHI, elsewhere, is a finding': subject('AWS::Logs::LogGroup', {
      Tags: OUTSIDE,
    }),
    ...elsewhere('PHI outside of production', { [CLASS]: 'PHI', [STAGE]: 'non-production' }),
    'PHI that does not say where is unknown': seen(classed('PHI'), 'Properties.Tags'),
    'PHI in a stage left to a parameter is unknown': staged(OPEN),
    'de-identified data elsewhere is not applicable': staged('non-production', 'DEIDENTIFIED'),
    'no PHI elsewhere is not applicable': staged('non-production', 'NO_PHI'),
    'a store without a class is not applicable': store(tag(STAGE, 'non-production')),
    'a log group without a class is not applicable': subject('AWS::Logs::LogGroup'),
  }),
  casesOf(deidentificationRecorded, {
    'an attestation is compliant': recorded('safe-harbor/DS-12'),
    'no record is a finding': seen(classed('DEIDENTIFIED'), 'Properties.Tags'),
    'a record that a condition leaves out is a finding': store(
      tag(CLASS, 'DEIDENTIFIED'),
      either(tag(RECORD, 'safe-harbor/DS-12'), NOTHING),
    ),
    'a redactor instead of a record is a finding': recorded('redacted'),
    'a third way is a finding': recorded('reviewed/DS-12'),
    'an attestation without an id is a finding': recorded('safe-harbor/'),
    'a determination without a last day is a finding': recorded('expert-determination/DS-12'),
    'a last day that no calendar has is a finding': recorded('expert-determination/DS-12/2027-02-30'),
    'two records of which one is none is a finding': recorded(either('safe-harbor/DS-12', 'yes')),
    ...elsewhere('no record', { [CLASS]: 'DEIDENTIFIED' }),
    'a last day, and nobody says what day it is, is unknown': recorded(
      'expert-determination/DS-12/2027-06-30',
    ),
    'a record left to a parameter is unknown': recorded(OPEN),
    'redacted text is not applicable': classed('REDACTED'),
    'a store without a class is not applicable': subject(TABLE),
  }),
];
