import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { isList, isObject, own, type Json } from '../../template/json';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { besideEnvoy } from './envoy';

const DIGEST = /@sha256:[0-9a-f]{64}$/u;

export const meshImageDigest: Rule = {
  id: 'ecs-mesh-image-digest',
  title: 'the image of Envoy is told by its content',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A tag can be moved to another program, and this one sees every request in clear.',
  fix: 'end Image in @sha256: and the digest of a version that was checked, from a repository of the account',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return besideEnvoy(task, 'envoy', (container) => {
      const image = container.at('Image');
      // the CDK takes the name apart, which cannot be read here, and puts the digest behind it
      if (DIGEST.test(endOf(task, image.path))) return [];
      return requireValue(
        image,
        (value) => {
          const text = textOf(value);
          // the end may be left open
          if (text === undefined || (text.endsWith('}') && !DIGEST.test(text))) return undefined;
          return DIGEST.test(text);
        },
        'must end in a digest',
      );
    });
  },
};

/** The last part of a text that is joined, as it is written. */
function endOf(task: Resource, path: string): string {
  let place: Json | undefined = task.definition;
  for (const step of path.split('.')) {
    if (isList(place)) place = place[Number(step)];
    else place = isObject(place) ? own(place, step) : undefined;
  }
  const join = isObject(place) ? own(place, 'Fn::Join') : undefined;
  const parts = isList(join) && join[0] === '' ? join[1] : undefined;
  const last = isList(parts) ? parts.at(-1) : undefined;
  return typeof last === 'string' ? last : '';
}
