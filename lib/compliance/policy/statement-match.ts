import { holds } from './condition';
import { ANY, matches, matchesArn, type Token } from './glob';
import type { Request } from './request';
import type { Statement } from './statement';
import { every, not, some, type Tri } from './tri';
import { plainTokens, tokensOf, type Lookup } from './variable';

/** What a policy without Resource is about: policies on a resource mean that resource, the others must say. */
export type MissingResource = 'its-own' | 'refused';

/**
 * Whether action, resource and conditions of a statement fit a request; who asks is not looked at.
 * Source: IAM user guide, "IAM JSON policy elements: Action", "NotAction", "Resource", "NotResource", "Condition".
 */
export function fits(statement: Statement, request: Request, lookup: Lookup, missing: MissingResource): Tri {
  if (statement.unreadable.includes('Statement')) return undefined;
  const ofAction = fitsAction(statement, request.action);
  // most statements speak of other actions
  if (ofAction === false && !statement.wavers) return false;
  const fixed = [ofAction, fitsResource(statement, request, lookup, missing)];
  const conditions = statement.conditions.map((condition) =>
    holds(condition, { lookup, variables: statement.variables }),
  );
  if (statement.unreadable.includes('Condition')) conditions.push(undefined);
  const answer = every([...fixed, ...conditions]);
  if (!statement.wavers) return answer;
  // lists hold the texts of all branches: what none of them reaches is surely not reached, the rest is open
  const [action, resource] = fixed;
  const never =
    (action === false && statement.notActions.length === 0) ||
    (resource === false && statement.notResources.length === 0);
  return never ? false : undefined;
}

function fitsAction({ actions, notActions, unreadable }: Statement, action: string): Tri {
  const among = (patterns: readonly string[], member: string) =>
    some([
      ...patterns.map((pattern) => matchesAction(pattern, action)),
      ...(unreadable.includes(member) ? [undefined] : []),
    ]);
  if (notActions.length > 0 || unreadable.includes('NotAction')) return not(among(notActions, 'NotAction'));
  return actions.length > 0 || unreadable.includes('Action') ? among(actions, 'Action') : undefined;
}

/** Case-insensitive; variables mean nothing here. */
export function matchesAction(pattern: string, action: string): Tri {
  const tokens =
    tokensOf(pattern.toLowerCase(), { wildcards: true, variables: false, lookup: () => undefined }) ?? [];
  return matches(tokens, plainTokens(action.toLowerCase()));
}

function fitsResource(statement: Statement, request: Request, lookup: Lookup, missing: MissingResource): Tri {
  const { resources, notResources, unreadable, variables } = statement;
  const text = plainTokens(request.resource.arn);
  const among = (patterns: readonly string[], member: string) =>
    some([
      ...patterns.map((pattern): Tri => {
        const tokens = tokensOf(pattern, { wildcards: true, variables, lookup });
        // a variable without a value matches nothing; whether NotResource then still holds is not said
        return tokens ? matchesResource(tokens, text) : member === 'Resource' ? false : undefined;
      }),
      ...(unreadable.includes(member) ? [undefined] : []),
    ]);
  if (notResources.length > 0 || unreadable.includes('NotResource'))
    return not(among(notResources, 'NotResource'));
  if (resources.length > 0 || unreadable.includes('Resource')) return among(resources, 'Resource');
  return missing === 'its-own' ? true : undefined;
}

/** Whether a pattern of Resource matches an ARN, whoever asks: a policy variable in it may be anything. */
export function matchesPattern(pattern: string, arn: string): Tri {
  const tokens = tokensOf(pattern, { wildcards: true, variables: undefined, lookup: () => 'open' });
  return tokens ? matchesResource(tokens, plainTokens(arn)) : undefined;
}

function matchesResource(tokens: readonly Token[], text: readonly Token[]): Tri {
  const [first] = tokens;
  const star = tokens.indexOf(ANY);
  const isHeadless = typeof first === 'string' && first.length > 1;
  const isPlain = star < 0 || star === tokens.length - 1;
  const aligned = matchesArn(tokens, text, isHeadless || isPlain || undefined);
  if (aligned !== false) return aligned;
  // the guide allows wildcards within the parts of an ARN, and says nothing of an ARN that breaks off: AWS takes some of
  // both for more than they say
  return matches(tokens, text) === false && matches([...tokens, ':', ANY], text) === false
    ? false
    : undefined;
}
