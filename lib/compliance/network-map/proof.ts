import { DATA_CLASSES, PROTECTED_CLASSES } from '../../contract/data-class';
import type { Resource } from '../template/resource';
import { dataClassOf } from './data-class';
import type { Exit } from './exits';
import { ELSEWHERE, idOf, INTERNET } from './ids';
import type { Asset, SubnetProof } from './network-map';
import { groundOf } from './zones';

export const UNCLASSIFIED = 'unclassified';
/** Classes of which it is certain that they are no protected health information. */
const HARMLESS: ReadonlySet<string> = new Set(
  DATA_CLASSES.filter((each) => !PROTECTED_CLASSES.some((one) => one === each)),
);
/** Doors and gateways carry what others hold. */
const CARRIES_ONLY: ReadonlySet<Asset['kind']> = new Set(['endpoint', 'gateway']);

/** What is in a subnet, and every way out of it. */
export function subnetProof(subnet: Resource, assets: readonly Asset[]): SubnetProof {
  const { vpc, exits, hasUnreadTable } = groundOf(subnet);
  const tagged = [subnet, ...(vpc ? [vpc] : [])].flatMap((each) => dataClassOf(each) ?? []);
  const holds = [...new Set([...tagged, ...classesOf(assets)])].sort();
  return {
    subnet: idOf(subnet),
    ...(vpc ? { vpc: idOf(vpc) } : {}),
    holds,
    mayHoldPhi: mayHoldPhi(holds),
    verdict: verdictOf(exits, hasUnreadTable),
    ways: exits.map(({ to, steps }) => ({ to, steps: steps.map(idOf) })),
  };
}

/** Assets in a network of which no template shows anything. */
export function elsewhereProof(assets: readonly Asset[]): readonly SubnetProof[] {
  if (assets.length === 0) return [];
  const holds = classesOf(assets);
  return [{ subnet: ELSEWHERE, holds, mayHoldPhi: mayHoldPhi(holds), verdict: 'unknown', ways: [] }];
}

function verdictOf(exits: readonly Exit[], hasUnreadTable: boolean): SubnetProof['verdict'] {
  if (exits.some(({ to }) => to === INTERNET)) return 'path';
  if (hasUnreadTable || exits.some(({ isSure }) => !isSure)) return 'unknown';
  return exits.length > 0 ? 'beyond' : 'no-path';
}

function classesOf(assets: readonly Asset[]): string[] {
  const held = assets.filter(({ kind }) => !CARRIES_ONLY.has(kind));
  return [...new Set(held.map(({ dataClass }) => dataClass ?? UNCLASSIFIED))].sort();
}

function mayHoldPhi(holds: readonly string[]): boolean {
  return holds.some((each) => !HARMLESS.has(each));
}
