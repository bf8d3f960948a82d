import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { companions } from '../cloudformation/companions';
import type { Resource } from '../../template/resource';

const BASE = 'AWS::Bedrock::KnowledgeBase';
const SOURCE = 'AWS::Logs::DeliverySource';

const sourcesOf = companions([SOURCE], (source) => source.property('ResourceArn'));
const deliveriesOf = companions(
  ['AWS::Logs::Delivery'],
  (delivery) => delivery.property('DeliverySourceName'),
  'Name',
);

/** They read nothing in. Source: Bedrock user guide, "Build a knowledge base by connecting to a structured data store". */
const WITHOUT_INGESTION: readonly unknown[] = ['KENDRA', 'SQL'];

export const knowledgeBaseLogged: Rule = {
  id: 'bedrock-knowledge-base-logged',
  title: 'what a knowledge base reads in is logged',
  severity: 'warning',
  controls: ['164.312(b)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Without the log nobody can say since when a document answers questions, or that it never got in.',
  fix: 'add AWS::Logs::DeliverySource with the ARN of the knowledge base, and AWS::Logs::Delivery to a destination',
  resourceTypes: [BASE],
  check(base) {
    const type = base.property('KnowledgeBaseConfiguration.Type');
    if (type.values.every((value) => value.kind === 'literal' && WITHOUT_INGESTION.includes(value.value)))
      return 'not-applicable';
    const logged = sourcesOf(base).some((source) => deliveriesOf(source).length > 0);
    return observe(
      logged || (mayBeMeant(base) ? undefined : false),
      'Properties',
      'must have a log delivery',
    );
  },
};

/** A source whose resource only the deployment knows may be this one's. */
function mayBeMeant(base: Resource): boolean {
  return base.template.assembly
    .resourcesOf(SOURCE)
    .some((source) => source.property('ResourceArn').values.some(({ kind }) => kind === 'unknown'));
}
