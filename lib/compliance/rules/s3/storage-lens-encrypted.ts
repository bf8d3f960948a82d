import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/present';
import { whereThere } from '../cloudformation/where-there';

const DESTINATIONS = ['S3BucketDestination', 'StorageLensTableDestination'];

export const storageLensEncrypted: Rule = {
  id: 's3-storage-lens-encrypted',
  title: 'exports of Storage Lens are encrypted',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The export tells how much PHI lies where.',
  fix: 'set Encryption of the destination in DataExport',
  resourceTypes: ['AWS::S3::StorageLens'],
  check(lens) {
    const data = lens.property('StorageLensConfiguration.DataExport');
    const destinations = DESTINATIONS.map((name) => data.at(name)).filter(({ isPresent }) => isPresent);
    if (destinations.length === 0) return 'not-applicable';
    return destinations.flatMap((destination) =>
      whereThere(destination, (each) => requirePresent(each.at('Encryption'), 'must be given')),
    );
  },
};
