import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const modelNotPublic: Rule = {
  id: 'comprehend-model-not-public',
  title: 'no policy on a model lets everybody copy it',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'A model holds words of the notes it learned from; whoever may import it may look for them.',
  fix: 'name the accounts in ModelPolicy, or leave it out',
  resourceTypes: ['AWS::Comprehend::DocumentClassifier', 'AWS::Comprehend::EntityRecognizer'],
  check(model) {
    return publicStatements(model.property('ModelPolicy'), model.template);
  },
};
