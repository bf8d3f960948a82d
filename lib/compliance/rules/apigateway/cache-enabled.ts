import { requireLiteral } from '../../requirement';
import { finding, unknown, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { STAGE } from './stage';

export const cacheEnabled: Rule = {
  id: 'apigateway-cache-enabled',
  title: 'stages of an API answer repeated reads from a cache',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'A burst of reads, or a flood of them, reaches the store and takes it down for everybody.',
  fix: 'set CacheClusterEnabled, and CachingEnabled of MethodSettings with CacheDataEncrypted, to true',
  resourceTypes: [STAGE],
  check(stage) {
    const cluster = stage.property('CacheClusterEnabled');
    const ofStage = requireLiteral(cluster, isTrue, 'must be true');
    const methods = stage.property('MethodSettings');
    const ofMethods = methods
      .items()
      .flatMap((method) => requireLiteral(method.at('CachingEnabled'), isTrue, 'must be true'));
    if (ofStage.length === 0) return [];
    const isComplete = methods.isPresent && methods.values.every(({ kind }) => kind !== 'absent');
    if (isComplete && methods.items().length > 0 && ofMethods.length === 0) return [];
    const isOpen = [...ofStage, ...ofMethods].some(({ verdict }) => verdict === 'unknown');
    return [
      isOpen
        ? unknown(cluster.path, 'cannot be read; it must be true')
        : finding(cluster.path, 'must be true'),
    ];
  },
};
