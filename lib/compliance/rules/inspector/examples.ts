import type { Examples } from '../example';

export const inspectorExamples: Examples = {
  'inspector-filter-no-suppression': {
    bad: `
Filter:
  Type: AWS::InspectorV2::Filter
  Properties:
    FilterAction: SUPPRESS
`,
    good: `
Filter:
  Type: AWS::InspectorV2::Filter
  Properties:
    FilterAction: NONE
`,
  },
};
