import { allows, onEachAllow } from '../../policy/allow';
import { allowsEverything } from '../../policy/everything';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

const COPY = 'bedrock:CreateModelCopyJob';
const MODEL = /:bedrock:[^:]*:[^:]*:(?:custom|imported)-model\//u;

export const modelNotShared: Rule = {
  id: 'bedrock-model-not-shared',
  title: 'models of ours are neither copied nor shared outside the organization',
  severity: 'error',
  controls: ['164.502(a)', '164.308(a)(4)(ii)(B)', '164.310(d)(1)'],
  profiles: ['ai'],
  why: 'A model that was trained on PHI can be made to say it, and a copy in another account is under rules of that account.',
  fix: 'set AllowExternalPrincipals of the share to false, and leave copies of models to those who administer them',
  resourceTypes: [...IDENTITY_POLICY_TYPES, 'AWS::RAM::ResourceShare', 'AWS::RAM::ResourceAssociation'],
  check(resource) {
    if (resource.type.startsWith('AWS::RAM::')) return judgeShare(resource);
    return onEachAllow(identityStatements(resource), ['action'], (statement) =>
      allows(statement, COPY) && !allowsEverything(statement)
        ? [finding(statement.path, `allows ${COPY}`)]
        : [],
    );
  },
};

/** A share may be filled by an association of its own; without a share that can be seen, who gets the model is open. */
function judgeShare(resource: Resource): ReturnType<Rule['check']> {
  const isShare = resource.type === 'AWS::RAM::ResourceShare';
  const shared = resource.property(isShare ? 'ResourceArns' : 'ResourceArn');
  const seen = shared.items().flatMap(modelIn);
  if (seen.length === 0) return 'not-applicable';
  const [share] = isShare ? [resource] : resource.property('ResourceShareArn').targets();
  const isInside = share && accepts(share.property('AllowExternalPrincipals'), isClosed);
  if (isInside === true) return [];
  return isInside === false
    ? seen
    : seen.map(({ property }) =>
        unknown(property, 'may be a model, in a share that may go to other organizations'),
      );
}

/** A share may go outside unless it says otherwise. Source: RAM API reference, CreateResourceShare. */
function isClosed(value: unknown): boolean {
  return value !== undefined && !isTrue(value as Parameters<typeof isTrue>[0]);
}

function modelIn(item: Property): readonly Observation[] {
  const hidden = item.values.some(({ kind }) => kind === 'unknown');
  if (item.texts().some((text) => MODEL.test(text)))
    return [finding(item.path, 'is a model in a share that may go to other organizations')];
  return hidden ? [unknown(item.path, 'cannot be read; it may be a model')] : [];
}
