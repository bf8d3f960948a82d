import { allows } from '../../policy/allow';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { principalPolicies, type Attached } from '../../policy/principal-policies';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import { EMBEDDING_MODEL, modelOf, modelsUsedBy } from './knowledge-base-models';

export const knowledgeBaseRoleNarrow: Rule = {
  id: 'bedrock-knowledge-base-role-narrow',
  title: 'the role of a knowledge base invokes the models that it uses and no other',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Bedrock sends documents under this role and no guardrail is demanded of it: a further model is a way out for them.',
  fix: 'name the embedding model, and those that parse or enrich documents, in Resource of the role’s policy',
  resourceTypes: ['AWS::Bedrock::KnowledgeBase'],
  check(base) {
    if (!base.property(EMBEDDING_MODEL).isPresent) return 'not-applicable';
    const role = base.property('RoleArn');
    const roles = role.targets();
    if (roles.length < role.values.length)
      return [unknown(role.path, 'is a role that is not in these templates; its policies cannot be read')];
    const used = modelsUsedBy(base);
    return roles
      .flatMap((each) => principalPolicies(each).attached)
      .flatMap((attached) => judge(attached, used, role.path));
  },
};

function judge(
  { statement, resource }: Attached,
  used: ReadonlySet<string>,
  path: string,
): readonly Observation[] {
  const action = INVOKE_ACTIONS.find((name) => allows(statement, name));
  if (action === undefined) return [];
  const to = `is allowed ${action} by ${resource.logicalId} on`;
  if (statement.unreadable.includes('Resource')) return [unknown(path, `${to} what cannot be read`)];
  const named = statement.notResources.length > 0 ? ['all but what is listed'] : statement.resources;
  return named
    .filter((each) => !used.has(modelOf(each)))
    .map((each) => finding(path, `${to} ${each}, which the knowledge base does not use`));
}
