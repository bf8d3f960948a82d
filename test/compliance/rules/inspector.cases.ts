import { filterNoSuppression } from '../../../lib/compliance/rules/inspector/filter-no-suppression';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const FILTER = 'AWS::InspectorV2::Filter';

export const inspectorCases = [
  casesOf(filterNoSuppression, {
    'a filter that hides nothing is compliant': subject(FILTER, { FilterAction: 'NONE' }),
    'a filter that suppresses is a finding': seen(
      subject(FILTER, { FilterAction: 'SUPPRESS' }),
      'Properties.FilterAction',
    ),
    'an action left to a parameter is unknown': subject(FILTER, { FilterAction: OPEN }),
  }),
];
