import { unknown, type Rule } from '../../rule';

export const nestedStackReadable: Rule = {
  id: 'cloudformation-nested-stack-readable',
  title: 'nested stacks have their template in the assembly that is judged',
  severity: 'error',
  controls: ['164.308(a)(8)'],
  profiles: ['hipaa'],
  why: 'Whatever a template outside the assembly creates is deployed without having been judged.',
  fix: 'make the nested stack with NestedStack, or judge its template with hipaa-ai check and waive this with the result',
  resourceTypes: ['AWS::CloudFormation::Stack'],
  check(stack, template) {
    return template.nestedStack(stack.logicalId)
      ? []
      : [unknown('Properties.TemplateURL', 'points outside the assembly; its resources were not judged')];
  },
};
