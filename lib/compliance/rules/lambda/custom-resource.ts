import type { Resource } from '../../template/resource';
import { perAssembly } from '../cloudformation/per-assembly';

const functionsBehind = perAssembly(
  (assembly) =>
    new Set(
      assembly.templates
        .flatMap((template) => template.resources)
        .filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
        .flatMap((resource) => resource.property('ServiceToken').targets()),
    ),
);

/**
 * True for a function that CloudFormation calls while deploying. It handles no PHI, and inside a closed network it could
 * not answer: the answer goes to a bucket of CloudFormation's.
 */
export function isCustomResourceFunction(lambda: Resource): boolean {
  return functionsBehind(lambda.template.assembly).has(lambda);
}
