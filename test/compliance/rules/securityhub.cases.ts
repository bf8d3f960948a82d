import { aggregatorAllRegions } from '../../../lib/compliance/rules/securityhub/aggregator-all-regions';
import { automationNoSuppression } from '../../../lib/compliance/rules/securityhub/automation-no-suppression';
import { hubStandards } from '../../../lib/compliance/rules/securityhub/hub-standards';
import { standardComplete } from '../../../lib/compliance/rules/securityhub/standard-complete';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const HUB = 'AWS::SecurityHub::Hub';
const STANDARD = 'AWS::SecurityHub::Standard';
const AGGREGATOR = 'AWS::SecurityHub::FindingAggregator';
const setting = (status: Json) =>
  subject('AWS::SecurityHub::AutomationRule', {
    Actions: [{ Type: 'FINDING_FIELDS_UPDATE', FindingFieldsUpdate: { Workflow: { Status: status } } }],
  });

export const securityhubCases = [
  casesOf(hubStandards, {
    'nothing said is compliant': subject(HUB),
    'no standards is a finding': seen(
      subject(HUB, { EnableDefaultStandards: false }),
      'Properties.EnableDefaultStandards',
    ),
    'no new controls is a finding': seen(
      subject(HUB, { AutoEnableControls: false }),
      'Properties.AutoEnableControls',
    ),
    'standards left to a parameter is unknown': subject(HUB, { EnableDefaultStandards: OPEN }),
  }),
  casesOf(standardComplete, {
    'all controls is compliant': subject(STANDARD),
    'a control turned off is a finding': seen(
      subject(STANDARD, {
        DisabledStandardsControls: [{ StandardsControlArn: 'arn:aws:securityhub:::S3.1' }],
      }),
      'Properties.DisabledStandardsControls.0',
    ),
  }),
  casesOf(automationNoSuppression, {
    'another severity is compliant': subject('AWS::SecurityHub::AutomationRule', {
      Actions: [{ FindingFieldsUpdate: { Severity: { Label: 'CRITICAL' } } }],
    }),
    'a finding that is told is compliant': setting('NOTIFIED'),
    'a finding that is hidden is a finding': seen(
      setting('SUPPRESSED'),
      'Properties.Actions.0.FindingFieldsUpdate.Workflow.Status',
    ),
    'a finding that is closed is a finding': setting('RESOLVED'),
    'a status left to a parameter is unknown': setting(OPEN),
  }),
  casesOf(aggregatorAllRegions, {
    'every Region is compliant': subject(AGGREGATOR, { RegionLinkingMode: 'ALL_REGIONS' }),
    'some Regions is a finding': seen(
      subject(AGGREGATOR, { RegionLinkingMode: 'SPECIFIED_REGIONS' }),
      'Properties.RegionLinkingMode',
    ),
    'Regions left to a parameter is unknown': subject(AGGREGATOR, { RegionLinkingMode: OPEN }),
  }),
];
