import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const noOpenSharing: Rule = {
  id: 'vpclattice-no-open-sharing',
  title: 'resources of Lattice join no network that others may share',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Whoever shares the network further shares the database in it, and its owner is not asked.',
  fix: 'leave AllowAssociationToSharableServiceNetwork out, or set it to false',
  resourceTypes: ['AWS::VpcLattice::ResourceConfiguration'],
  check(configuration) {
    return allowLiteral(
      configuration.property('AllowAssociationToSharableServiceNetwork'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
