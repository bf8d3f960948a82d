import { archiveRuleNotPublic } from '../../../lib/compliance/rules/accessanalyzer/archive-rule-not-public';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const ANALYZER = 'AWS::AccessAnalyzer::Analyzer';
const archiving = (...filter: readonly Json[]) =>
  subject(ANALYZER, { ArchiveRules: [{ RuleName: 'known', Filter: [...filter] }] });
const NOT_PUBLIC = { Property: 'isPublic', Eq: ['false'] };

export const accessanalyzerCases = [
  casesOf(archiveRuleNotPublic, {
    'no archive rule is compliant': subject(ANALYZER),
    'a rule that leaves public access out is compliant': archiving(NOT_PUBLIC, {
      Property: 'resourceType',
      Eq: ['AWS::S3::Bucket'],
    }),
    'a rule for all buckets is a finding': seen(
      archiving({ Property: 'resourceType', Eq: ['AWS::S3::Bucket'] }),
      'Properties.ArchiveRules.0.Filter',
    ),
    'a rule for public access is a finding': archiving({ Property: 'isPublic', Eq: ['true'] }),
    'a criterion in one branch is a finding': archiving(either(NOT_PUBLIC, NOTHING)),
    'a criterion left to a parameter is unknown': archiving({ Property: 'isPublic', Eq: [OPEN] }),
  }),
];
