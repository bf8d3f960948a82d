import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Problem } from '../evidence/evidence';
import { readInlineWaiver } from '../waivers/inline-waiver';
import type { PlacedWaiver } from '../waivers/waiver';

/** What the code of an app acknowledges of our rules. */
export interface Acknowledgements {
  readonly waivers: readonly PlacedWaiver[];
  /** Acknowledgements that say too little to be waivers. They silence nothing, and stop the synthesis. */
  readonly problems: readonly Problem[];
}

/**
 * Collects the acknowledgements below a construct. CDK and cdk-nag let them vanish without a trace; here each is a waiver
 * with every field, or a problem.
 * @param isRule whether an id is that of a rule which is judged or could have been
 */
export function acknowledgementsIn(root: IConstruct, isRule: (id: string) => boolean): Acknowledgements {
  const waivers: PlacedWaiver[] = [];
  const problems: Problem[] = [];
  for (const { node } of root.node.findAll()) {
    for (const { type, data } of node.metadata) {
      if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
      for (const [id, reason] of reasonsOf(data)) {
        // CDK puts 'Annotation::' before an id without a prefix
        const rule = id.slice(id.lastIndexOf('::') < 0 ? 0 : id.lastIndexOf('::') + 2);
        if (!isRule(rule)) continue;
        const read = readInlineWaiver(rule, reason, node.path);
        if ('waiver' in read) waivers.push(read.waiver);
        else problems.push({ code: 'ACKNOWLEDGEMENT_INCOMPLETE', message: read.problem, blocks: true });
      }
    }
  }
  return { waivers, problems };
}

function reasonsOf(data: unknown): readonly (readonly [id: string, reason: string])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).map(([id, reason]) => [id, typeof reason === 'string' ? reason : ''] as const);
}
