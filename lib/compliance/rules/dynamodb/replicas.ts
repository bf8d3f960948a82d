import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

/** Where a table keeps the settings of its copies: a global table in each replica, another one in itself. */
export function settingsOf(table: Resource): readonly Property[] {
  if (table.type !== 'AWS::DynamoDB::GlobalTable') return [table.property('')];
  return table
    .property('Replicas')
    .alternatives()
    .flatMap((replicas) => {
      const items = replicas.items();
      // a global table without a replica that can be read has its settings nowhere
      return items.length > 0 ? items : [replicas.at('0')];
    });
}
