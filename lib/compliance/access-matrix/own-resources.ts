import { PLACE } from '../deployed/place';
import { parseArn } from '../policy/arn';
import { statementsOf } from './classes';
import type { Estate } from './estate';
import { exampleOf } from './named-models';
import type { Principal } from './principals';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['AWS::Bedrock::AgentAlias', 'agent-alias/'],
  ['AWS::Bedrock::Flow', 'flow/'],
  ['AWS::Bedrock::FlowAlias', 'flow/'],
  ['AWS::Bedrock::KnowledgeBase', 'knowledge-base/'],
]);

/**
 * ARNs of the agents, flows and knowledge bases of an assembly, and of those its policies name, by the first part of their
 * resource.
 */
export function ownResources(
  estate: Estate,
  principals: readonly Principal[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (kind: string, arn: string) => found.set(kind, (found.get(kind) ?? new Set<string>()).add(arn));
  for (const [type, kind] of KINDS) {
    for (const resource of estate.deployed.assembly.resourcesOf(type))
      add(kind, estate.deployed.arnOf(resource));
  }
  const statements = new Set([...estate.shared(), ...principals.flatMap(statementsOf)]);
  const patterns = new Set(
    [...statements].flatMap(({ resources, notResources }) => [...resources, ...notResources]),
  );
  for (const pattern of patterns) {
    const arn = parseArn(pattern);
    const kind = [...KINDS.values()].find((each) => arn?.resource.startsWith(each));
    if (arn?.service !== 'bedrock' || kind === undefined || pattern.includes('${')) continue;
    const region = /[*?]/u.test(arn.region) ? PLACE.region : arn.region;
    const account = /[*?]/u.test(arn.account) ? PLACE.account : arn.account;
    add(
      kind,
      `arn:${exampleOf(arn.partition).replace('any', 'aws')}:bedrock:${region}:${account}:${exampleOf(arn.resource)}`,
    );
  }
  return new Map([...found].map(([kind, arns]) => [kind, [...arns]]));
}
