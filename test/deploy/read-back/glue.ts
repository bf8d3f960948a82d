import { at, present, textAt, type Json } from '../support/json';
import type { Readers } from './reader';

function inputOf(found: Json | undefined, names: readonly string[]) {
  return present(Object.fromEntries(names.map((name) => [name, at(found, name)])));
}

export const glue: Readers = {
  'AWS::Glue::Database': async (aws, Name) => {
    const answer = await aws.find('glue', 'GetDatabase', { Name });
    return (
      answer && {
        CatalogId: textAt(answer, 'Database', 'CatalogId'),
        DatabaseInput: inputOf(at(answer, 'Database'), ['Name', 'Description']),
      }
    );
  },

  'AWS::Glue::Table': async (aws, Name, properties) => {
    const DatabaseName = textAt(properties, 'DatabaseName');
    const answer = await aws.find('glue', 'GetTable', { DatabaseName, Name });
    const table = at(answer, 'Table');
    return (
      answer && {
        CatalogId: textAt(table, 'CatalogId'),
        DatabaseName: textAt(table, 'DatabaseName'),
        TableInput: inputOf(table, [
          'Name',
          'Description',
          'TableType',
          'PartitionKeys',
          'Parameters',
          'StorageDescriptor',
        ]),
      }
    );
  },
};
