import { Aspects, Stack } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { APPROVALS_KEY, type ApprovalRecord } from './contract/approvals';

/**
 * Writes approvals into the metadata of the template they deploy with: of the stack around a construct, or, for one that is
 * above the stacks, of each of them.
 */
export function recordApprovals(scope: Construct, approvals: readonly ApprovalRecord[]): void {
  if (approvals.length === 0) return;
  const stack = scope.node.scopes.find((each) => Stack.isStack(each));
  if (stack) {
    write(stack, approvals);
    return;
  }
  Aspects.of(scope.node.scope ?? scope).add({
    visit(node: IConstruct) {
      // a nested stack is part of the one that nests it
      if (Stack.isStack(node) && node.nestedStackParent === undefined) write(node, approvals);
    },
  });
}

function write(stack: Stack, approvals: readonly ApprovalRecord[]): void {
  const { metadata = {} } = stack.templateOptions;
  const before: unknown = metadata[APPROVALS_KEY];
  stack.addMetadata(APPROVALS_KEY, [
    ...(Array.isArray(before) ? (before as readonly unknown[]) : []),
    ...approvals,
  ]);
}
