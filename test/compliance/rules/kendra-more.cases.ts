import { indexRetained } from '../../../lib/compliance/rules/kendra/index-retained';
import { casesOf, resource, seen, stack, subject } from '../../support/judge-template';

export const kendraMoreCases = [
  casesOf(indexRetained, {
    'one that stays is compliant': stack({
      Subject: resource(
        'AWS::Kendra::Index',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'one that goes is a finding': seen(
      subject('AWS::Kendra::Index'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'one that goes when replaced is a finding': seen(
      stack({ Subject: resource('AWS::Kendra::Index', {}, { DeletionPolicy: 'Retain' }) }),
      'UpdateReplacePolicy',
    ),
  }),
];
