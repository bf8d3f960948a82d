import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';
import { KEY_PLACES } from './key-places';

/** These are encrypted with a key of AWS when none is named, or hold nothing but settings. */
const BY_DEFAULT: ReadonlySet<string> = new Set([
  'AWS::SageMaker::Domain',
  'AWS::SageMaker::FeatureGroup',
  'AWS::SageMaker::ModelCard',
  'AWS::SageMaker::ModelPackage',
  'AWS::SageMaker::PartnerApp',
  'AWS::SageMaker::UserProfile',
]);
const KEYS: PlacesByType = Object.fromEntries(
  Object.entries(KEY_PLACES).filter(([type]) => !BY_DEFAULT.has(type)),
);

export const storageEncrypted: Rule = {
  id: 'sagemaker-storage-encrypted',
  title: 'disks of notebooks, endpoints and jobs, and what they write, are encrypted under a KMS key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa', 'ai'],
  why: 'Data that a model was given lies on these disks; without a key of the account, its use shows in no log.',
  fix: 'name a KMS key for each disk and output',
  resourceTypes: typesOf(KEYS),
  check(resource) {
    return placesByType(resource, KEYS).flatMap((key) => requireSet(key, 'must name a KMS key'));
  },
};
