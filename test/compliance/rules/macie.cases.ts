import { filterNoArchive } from '../../../lib/compliance/rules/macie/filter-no-archive';
import { sessionEnabled } from '../../../lib/compliance/rules/macie/session-enabled';
import { sessionFrequency } from '../../../lib/compliance/rules/macie/session-frequency';
import { casesOf, OPEN, seen, subject } from '../../support/judge-template';

const SESSION = 'AWS::Macie::Session';
const FILTER = 'AWS::Macie::FindingsFilter';

export const macieCases = [
  casesOf(sessionEnabled, {
    'nothing said is compliant': subject(SESSION),
    'a session that is on is compliant': subject(SESSION, { Status: 'ENABLED' }),
    'a session that is paused is a finding': seen(
      subject(SESSION, { Status: 'PAUSED' }),
      'Properties.Status',
    ),
    'a status left to a parameter is unknown': subject(SESSION, { Status: OPEN }),
  }),
  casesOf(sessionFrequency, {
    'nothing said is compliant': subject(SESSION),
    'six hours is a finding': seen(
      subject(SESSION, { FindingPublishingFrequency: 'SIX_HOURS' }),
      'Properties.FindingPublishingFrequency',
    ),
    'a frequency left to a parameter is unknown': subject(SESSION, { FindingPublishingFrequency: OPEN }),
  }),
  casesOf(filterNoArchive, {
    'a filter that hides nothing is compliant': subject(FILTER, { Action: 'NOOP' }),
    'a filter that archives is a finding': seen(subject(FILTER, { Action: 'ARCHIVE' }), 'Properties.Action'),
    'an action left to a parameter is unknown': subject(FILTER, { Action: OPEN }),
  }),
];
