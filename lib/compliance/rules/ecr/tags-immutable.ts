import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const tagsImmutable: Rule = {
  id: 'ecr-tags-immutable',
  title: 'a tag of an image always means the same image',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Whoever may push could put other code under the tag that was reviewed.',
  fix: 'set ImageTagMutability to IMMUTABLE',
  resourceTypes: ['AWS::ECR::Repository', 'AWS::ECR::RepositoryCreationTemplate'],
  check(repository) {
    return requireLiteral(
      repository.property('ImageTagMutability'),
      (value) => value === 'IMMUTABLE' || value === 'IMMUTABLE_WITH_EXCLUSION',
      'must be IMMUTABLE',
    );
  },
};
