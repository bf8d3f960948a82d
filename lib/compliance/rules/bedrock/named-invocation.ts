import { allows } from '../../policy/allow';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { identityStatements, type Statement } from '../../policy/statement';
import type { Resource } from '../../template/resource';

/** A statement that lets models be invoked and says so: an administrator's `*` is no caller of models. */
export function namedInvocation(resource: Resource): Statement | undefined {
  return identityStatements(resource).find(
    (statement) =>
      INVOKE_ACTIONS.some((action) => allows(statement, action)) &&
      statement.actions.some((action) => action.startsWith('bedrock:')),
  );
}
