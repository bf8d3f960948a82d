import { parseArn } from '../policy/arn';
import type { Statement } from '../policy/statement';
import type { Estate } from './estate';
import type { Principal } from './principals';

interface Named {
  readonly id: string;
  readonly region: string;
}

interface ApplicationProfile {
  readonly name: string;
  readonly arn: string;
  /** The models behind it, as far as the assembly says. */
  readonly models: readonly Named[];
}

/** What the policies of an assembly name that can be invoked. */
export interface NamedModels {
  readonly models: readonly Named[];
  readonly profiles: readonly Named[];
  readonly applicationProfiles: readonly ApplicationProfile[];
  /** ARNs of what else can be invoked: imported and custom models, provisioned throughput, routers of prompts. */
  readonly others: readonly string[];
  /** Statements and patterns that cannot be read. */
  readonly unread: number;
  /** Regions that any policy names. */
  readonly regions: ReadonlySet<string>;
  /** Regions in which policies name a model. */
  regionsOf(modelId: string): readonly string[];
}

const OTHERS =
  /^(?:custom-model|custom-model-deployment|default-prompt-router|imported-model|prompt-router|provisioned-model)\//u;
const INVOKED = /^(?:foundation-model|inference-profile|application-inference-profile)\//u;
const PROFILE_KEY = 'bedrock:inferenceprofilearn';

/** @param home the Region that stands for any */
export function namedModels(estate: Estate, principals: readonly Principal[], home: string): NamedModels {
  const statements = new Set<Statement>([
    ...estate.shared(),
    ...principals.flatMap(({ identity, boundary }) => [
      ...identity.statements,
      ...(boundary?.statements ?? []),
    ]),
  ]);
  let unread = 0;
  const patterns = new Set<string>();
  const regions = new Set<string>();
  for (const { resources, notResources, conditions, unreadable } of statements) {
    if (unreadable.some((member) => member === 'Resource' || member === 'NotResource')) unread += 1;
    for (const pattern of [...resources, ...notResources]) patterns.add(pattern);
    for (const { key, values } of conditions) {
      if (key === PROFILE_KEY) for (const value of values) patterns.add(value);
      if (key === 'aws:requestedregion') for (const value of values) regions.add(value);
    }
  }
  const models = new Map<string, Named>();
  const profiles = new Map<string, Named>();
  const applicationArns = new Set<string>();
  const others = new Set<string>();
  for (const pattern of patterns) {
    const arn = parseArn(pattern);
    if (arn?.service !== 'bedrock') continue;
    const { resource, account } = arn;
    if (!INVOKED.test(resource) && !OTHERS.test(resource)) continue;
    const id = resource.slice(resource.indexOf('/') + 1);
    // it names no model in particular
    if (/^[*?]*$/u.test(id) || arn.region === '') continue;
    if (`${id}${arn.region}`.includes('${')) {
      unread += 1;
      continue;
    }
    const region = /[*?]/u.test(arn.region) ? home : arn.region;
    const named = { id: exampleOf(id), region };
    if (arn.region === region) regions.add(region);
    if (resource.startsWith('foundation-model/')) models.set(`${named.id} ${region}`, named);
    // a global profile is asked for in any case
    else if (resource.startsWith('inference-profile/') && !id.startsWith('global.'))
      profiles.set(`${named.id} ${region}`, named);
    else if (/^\d{12}$/u.test(account) && !/[*?]/u.test(id)) {
      const plain = `arn:${arn.partition}:bedrock:${region}:${account}:${resource}`;
      if (OTHERS.test(resource)) others.add(plain);
      else applicationArns.add(plain);
    }
  }
  const regionsOf = (modelId: string) =>
    [...models.values()].flatMap(({ id, region }) => (id === modelId ? [region] : []));
  return {
    models: sorted(models),
    profiles: sorted(profiles),
    applicationProfiles: applicationProfiles(estate, applicationArns, regionsOf),
    others: [...others].sort(),
    unread,
    regions,
    regionsOf,
  };
}

/** Something the pattern matches. */
export function exampleOf(pattern: string): string {
  return pattern.replaceAll('*', 'any').replaceAll('?', 'x');
}

function sorted(named: ReadonlyMap<string, Named>): readonly Named[] {
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function applicationProfiles(
  { deployed }: Estate,
  named: ReadonlySet<string>,
  regionsOf: NamedModels['regionsOf'],
): readonly ApplicationProfile[] {
  const own = deployed.assembly.resourcesOf('AWS::Bedrock::ApplicationInferenceProfile').map((profile) => {
    const [source = ''] = profile.property('ModelSource.CopyFrom').texts();
    return {
      name: `application profile ${profile.constructPath ?? profile.logicalId}`,
      arn: deployed.arnOf(profile),
      models: behind(source, regionsOf),
    };
  });
  const known = new Set(own.map(({ arn }) => arn));
  const others = [...named]
    .filter((arn) => !known.has(arn))
    .map((arn) => ({ name: `application profile ${arn}`, arn, models: [] }));
  return [...own, ...others];
}

function behind(source: string, regionsOf: NamedModels['regionsOf']): readonly Named[] {
  const { resource = '', region = '' } = parseArn(source) ?? {};
  const id = resource.slice(resource.indexOf('/') + 1);
  if (resource.startsWith('foundation-model/')) return [{ id, region }];
  if (!resource.startsWith('inference-profile/')) return [];
  const model = id.slice(id.indexOf('.') + 1);
  const answers = regionsOf(model);
  return (answers.length > 0 ? answers : [region]).map((each) => ({ id: model, region: each }));
}
