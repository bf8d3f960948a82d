import type { Resource } from '../template/resource';
import { AWS } from './ids';
import { placesOf } from './places';

/**
 * Code of yours that AWS runs in a network of its own, which reaches the internet, unless it is given a VPC.
 * Source: Lambda developer guide, "Giving Lambda functions access to resources in an Amazon VPC"; CodeBuild user guide,
 * "Use AWS CodeBuild with Amazon Virtual Private Cloud".
 */
const ELSEWHERE_BY_DEFAULT: ReadonlySet<string> = new Set([
  'AWS::AppRunner::Service',
  'AWS::CodeBuild::Project',
  'AWS::Lambda::Function',
]);

export function isOutsideVpcs(asset: Resource): boolean {
  if (!ELSEWHERE_BY_DEFAULT.has(asset.type)) return false;
  return placesOf(asset).every((place) => place === AWS);
}
