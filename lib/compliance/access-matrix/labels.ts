import type { Attached } from '../policy/principal-policies';
import type { Statement } from '../policy/statement';
import type { Resource } from '../template/resource';
import type { Cause } from './access-matrix';

/** Where each statement stands; a statement itself knows its place within one resource only. */
export class Labels {
  readonly #causes = new Map<string, Pick<Cause, 'policy' | 'sid'>>();

  /** The statement with a path that is its own in the whole assembly. */
  of({ statement, resource }: Attached): Statement {
    const place = `${resource.template.path}#${resource.logicalId}`;
    const path = `${place}/${statement.path}`;
    if (!this.#causes.has(path)) {
      this.#causes.set(path, {
        policy: resource.constructPath ?? place,
        sid: sidOf(resource, statement.path) ?? statement.path,
      });
    }
    return { ...statement, path };
  }

  causeOf(path: string): Pick<Cause, 'policy' | 'sid'> {
    return this.#causes.get(path) ?? { sid: path };
  }
}

const PROPERTIES = 'Properties.';

function sidOf(resource: Resource, path: string): string | undefined {
  if (!path.startsWith(PROPERTIES)) return undefined;
  const [sid, ...others] = resource.property(path.slice(PROPERTIES.length)).at('Sid').texts();
  return others.length > 0 || sid === '' ? undefined : sid;
}
