import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

const EXPORTS = ['DataExport', 'ExpandedPrefixesDataExport'];
const DESTINATIONS = ['S3BucketDestination', 'StorageLensTableDestination'];

export const storageLensEncrypted: Rule = {
  id: 's3-storage-lens-encrypted',
  title: 'exports of Storage Lens are encrypted',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The export tells how much PHI lies where.',
  fix: 'set Encryption of the destination in DataExport and ExpandedPrefixesDataExport',
  resourceTypes: ['AWS::S3::StorageLens'],
  check(lens) {
    const configuration = lens.property('StorageLensConfiguration');
    const destinations = EXPORTS.flatMap((data) =>
      DESTINATIONS.map((name) => configuration.at(`${data}.${name}`)),
    ).filter(({ isPresent }) => isPresent);
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap((destination) =>
      whereThere(destination, (each) => requirePresent(each.at('Encryption'), 'must be given')),
    );
  },
};
