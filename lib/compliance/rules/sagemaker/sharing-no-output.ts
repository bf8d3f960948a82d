import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';

const OPTIONS: PlacesByType = {
  'AWS::SageMaker::Domain': ['DefaultUserSettings?.SharingSettings?.NotebookOutputOption'],
  'AWS::SageMaker::UserProfile': ['UserSettings?.SharingSettings?.NotebookOutputOption'],
};

export const sharingNoOutput: Rule = {
  id: 'sagemaker-sharing-no-output',
  title: 'a notebook is shared without what it printed',
  severity: 'error',
  controls: ['164.502(b)', '164.514(d)(2)'],
  profiles: ['ai'],
  why: 'The printed rows of a table of patients go with the notebook to whoever gets the code.',
  fix: 'set NotebookOutputOption to Disabled, or leave it out',
  resourceTypes: typesOf(OPTIONS),
  check(resource) {
    return placesByType(resource, OPTIONS).flatMap((option) =>
      allowLiteral(option, (value) => value === 'Disabled', 'must be Disabled'),
    );
  },
};
