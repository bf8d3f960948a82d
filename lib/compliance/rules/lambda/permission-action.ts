import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach } from '../cloudformation/where-there';

/** Calling a function, and calling it through its URL. */
const CALLS: readonly unknown[] = ['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'];

export const permissionAction: Rule = {
  id: 'lambda-permission-action',
  title: 'permissions on a function let others call it and nothing else',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'lambda:* or lambda:UpdateFunctionCode lets somebody else replace the code that handles PHI.',
  fix: 'set Action to lambda:InvokeFunction; give other actions to roles by identity policies',
  resourceTypes: ['AWS::Lambda::Permission'],
  check(permission) {
    const action = permission.property('Action');
    return action.isPresent
      ? onEach(action, (each) =>
          requireLiteral(each, (value) => CALLS.includes(value), 'must be lambda:InvokeFunction'),
        )
      : requireLiteral(action, () => true, 'must be lambda:InvokeFunction');
  },
};
