import type { Rule } from '../../rule';
import { placesByType, typesOf, type PlacesByType } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const SUBNETS: PlacesByType = {
  'AWS::Comprehend::DocumentClassifier': ['VpcConfig.Subnets'],
  'AWS::Comprehend::EntityRecognizer': ['VpcConfig.Subnets'],
  'AWS::Comprehend::Flywheel': ['DataSecurityConfig.VpcConfig.Subnets'],
};

export const inVpc: Rule = {
  id: 'comprehend-in-vpc',
  title: 'jobs of Comprehend read their data through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A job outside the VPC reaches the notes past its endpoint policies and its flow log.',
  fix: 'set VpcConfig with subnets and security groups',
  resourceTypes: typesOf(SUBNETS),
  check(model) {
    return placesByType(model, SUBNETS).flatMap((subnets) => requireSet(subnets, 'must name subnets'));
  },
};
