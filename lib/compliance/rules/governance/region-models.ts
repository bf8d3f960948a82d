import { allows } from '../../policy/allow';
import { parseArn } from '../../policy/arn';
import { INVOKE_ACTIONS } from '../../policy/bedrock';
import { IDENTITY_POLICY_TYPES, identityStatements, type Statement } from '../../policy/statement';
import { unknown, type Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { MODELS } from '../bedrock/model-places';
import { placesByType } from '../cloudformation/places';
import { faultOfModel, type ModelRegions } from './model-regions';

const WITH_POLICIES: ReadonlySet<string> = new Set(IDENTITY_POLICY_TYPES);

/** Statements of a policy that let models be asked. */
export function invocationsIn(resource: Resource): readonly Statement[] {
  if (!WITH_POLICIES.has(resource.type)) return [];
  return identityStatements(resource).filter((each) => INVOKE_ACTIONS.some((action) => allows(each, action)));
}

/** Models and profiles that a resource names and that may answer elsewhere. */
export function modelsOutside(
  resource: Resource,
  invocations: readonly Statement[],
  where: ModelRegions,
): readonly Observation[] {
  const places = placesByType(resource, MODELS);
  const open = invocations.filter((statement) => !staysWithin(statement, where.allowed));
  const texts = [
    ...places.flatMap((place) => place.texts().map((text) => [place.path, text] as const)),
    ...open.flatMap(({ path, resources }) =>
      resources.filter(isOfBedrock).map((text) => [path, text] as const),
    ),
  ];
  const unread = [
    ...places.filter(({ values }) => values.some(({ kind }) => kind === 'unknown')),
    ...open.filter(({ unreadable, actions }) => unreadable.includes('Resource') && actions.some(isNamed)),
  ];
  const seen = new Map<string, Observation>();
  for (const [path, text] of texts) {
    const fault = faultOfModel(text, where);
    if (fault) seen.set(`${path} ${fault.message}`, fault.verdict(path, fault.message));
  }
  return [...seen.values(), ...unread.map(({ path }) => unknown(path, 'names models that cannot be read'))];
}

const isOfBedrock = (text: string) => parseArn(text)?.service === 'bedrock';
const isNamed = (action: string) => action.startsWith('bedrock:');

/** A profile of a geography answers only where `aws:RequestedRegion` allows it. */
function staysWithin({ conditions }: Statement, allowed: readonly string[]): boolean {
  return conditions.some(
    ({ operator, key, values, hasGaps, optional }) =>
      key === 'aws:requestedregion' &&
      /^stringequals(?:ignorecase)?$/iu.test(operator) &&
      !optional &&
      !hasGaps &&
      values.length > 0 &&
      values.every((value) => value === '${AWS::Region}' || allowed.includes(value)),
  );
}
