import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const notPublic: Rule = {
  id: 'neptune-not-public',
  title: 'instances and graphs of Neptune have no public endpoint',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A graph that the internet can reach is attacked as soon as it is up.',
  fix: 'leave PubliclyAccessible of an instance, PublicConnectivity of a graph, out, or set it to false',
  resourceTypes: ['AWS::Neptune::DBInstance', 'AWS::NeptuneGraph::Graph'],
  check(store) {
    const reachable = store.property(
      store.type === 'AWS::NeptuneGraph::Graph' ? 'PublicConnectivity' : 'PubliclyAccessible',
    );
    return allowLiteral(reachable, (value) => !isTrue(value), 'must not be true');
  },
};
