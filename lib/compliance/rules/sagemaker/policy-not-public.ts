import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'sagemaker-policy-not-public',
  title: 'no policy on models lets everybody copy them',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'A model holds what it learned from; whoever may copy it may look for that.',
  fix: 'name the accounts in ModelPackageGroupPolicy, or leave it out',
  resourceTypes: ['AWS::SageMaker::ModelPackageGroup'],
  check(group) {
    return publicStatements(group.property('ModelPackageGroupPolicy'), group.template);
  },
};
