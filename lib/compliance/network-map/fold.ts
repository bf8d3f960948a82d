import type { Asset } from './network-map';

/** How much of a map is drawn as one: nothing, constructs down to a depth, stacks, or kinds of assets over all networks. */
export type Fold = 'none' | 'stack' | 'kind' | { readonly depth: number };

/** From the finest to the coarsest. */
export const FOLDS: readonly Fold[] = [
  'none',
  ...[6, 5, 4, 3, 2].map((depth) => ({ depth })),
  'stack',
  'kind',
];

/** What assets that are drawn as one have in common, besides their frame. */
export function commonOf(
  { constructPath, stackName, template, kind }: Asset,
  fold: Exclude<Fold, 'none'>,
): string {
  if (fold === 'kind') return kind;
  if (fold !== 'stack' && constructPath !== undefined)
    return constructPath.split('/').slice(0, fold.depth).join('/');
  return stackName ?? template;
}

/** In words, for whoever looks at the drawing. */
export function foldWords(fold: Fold, assets: number, drawn: number): string {
  if (fold === 'none') return `All ${assets} assets are drawn.`;
  const by = typeof fold === 'object' ? `construct, ${fold.depth} steps of the path deep` : fold;
  return `Folded: ${assets} assets are drawn as ${drawn} groups by zone and ${by}. network-map.json has each of them.`;
}
