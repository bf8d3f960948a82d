import { ANY_TYPE, unknown, type Rule } from '../../rule';

export const resourceReadable: Rule = {
  id: 'cloudformation-resource-readable',
  title: 'a template says all that it will deploy',
  severity: 'error',
  controls: ['164.308(a)(8)'],
  profiles: ['hipaa', 'ai'],
  why: 'What a macro, an include or a module adds while the stack deploys has been judged by nobody.',
  fix: 'write the resource out, or judge the processed template (aws cloudformation get-template --template-stage Processed)',
  resourceTypes: [ANY_TYPE],
  check(resource, template) {
    const hidden = template.hiddenIn(resource.logicalId);
    if (hidden.length === 0 && !template.originOf(resource.logicalId)) return 'not-applicable';
    return hidden.map(({ property, reason }) => unknown(property, reason));
  },
};
