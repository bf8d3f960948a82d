import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const datastoreRetained: Rule = {
  id: 'medicalimaging-datastore-retained',
  title: 'stores of medical images outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['ai'],
  why: 'An image that is deleted with the stack cannot be taken again: the patient has changed.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::HealthImaging::Datastore'],
  check: requireRetained,
};
