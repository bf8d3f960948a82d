import { TAGS } from '../../../contract/tags';
import type { Resource } from '../../template/resource';

/** Whether the tags of a resource say, or may say, that it holds PHI. */
export function mayHoldPhi(resource: Resource): boolean {
  return resource
    .property('Tags')
    .items()
    .some(
      (tag) =>
        tag.at('Key').texts().includes(TAGS.dataClass) &&
        tag
          .at('Value')
          .texts()
          .some((value) => value.toUpperCase() === 'PHI'),
    );
}
