import { nestedStackReadable } from '../../../lib/compliance/rules/cloudformation/nested-stack-readable';
import { body, casesOf, seen, subject } from '../../support/judge-template';

const STACK = 'AWS::CloudFormation::Stack';

export const cloudformationCases = [
  casesOf(nestedStackReadable, {
    'a template in the assembly is compliant': {
      stacks: [...subject(STACK, { TemplateURL: 'https://assets/nested.json' }).stacks, body({})],
      nested: { Subject: 'stack-2' },
    },
    'a template elsewhere is unknown': seen(
      subject(STACK, { TemplateURL: 'https://example.com/nested.json' }),
      'Properties.TemplateURL',
    ),
  }),
];
