import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const storeRetained: Rule = {
  id: 'omics-store-retained',
  title: 'stores of sequences and variants outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['ai'],
  why: 'HealthOmics has no backup to restore from: a deleted store is gone, with every read set in it.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: [
    'AWS::Omics::AnnotationStore',
    'AWS::Omics::ReferenceStore',
    'AWS::Omics::SequenceStore',
    'AWS::Omics::VariantStore',
  ],
  check: requireRetained,
};
