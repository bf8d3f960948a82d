import type { Rule } from '../../rule';
import { customerKey } from './customer-key';
import { generatedStrong } from './generated-strong';
import { noLiteral } from './no-literal';
import { policyBlocksPublic } from './policy-blocks-public';
import { policyNotPublic } from './policy-not-public';
import { retained } from './retained';
import { rotated } from './rotated';
import { rotationInVpc } from './rotation-in-vpc';
import { rotationPeriod } from './rotation-period';

/** In the order of their ids. */
export const secretsmanagerRules: readonly Rule[] = [
  customerKey,
  generatedStrong,
  noLiteral,
  policyBlocksPublic,
  policyNotPublic,
  retained,
  rotated,
  rotationInVpc,
  rotationPeriod,
];
