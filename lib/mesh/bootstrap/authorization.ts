import { spiffeId } from '../spiffe-id';
import { extension, type Config } from './config';
import type { MeshNode, MeshRoute } from './mesh-node';

/** Below a prefix: `/v1/*`. */
const BELOW = '/*';

/** Lets each caller ask for its routes; what no policy names is refused with 403. */
export function authorization(node: MeshNode): Config {
  return extension('envoy.filters.http.rbac', 'filters.http.rbac.v3.RBAC', {
    rules: {
      action: 'ALLOW',
      policies: Object.fromEntries(
        node.callers.map(({ service, routes }) => [
          service,
          {
            permissions: routes.length === 0 ? [{ any: true }] : routes.map(permission),
            principals: [
              { authenticated: { principal_name: { exact: spiffeId(node.trustDomain, service) } } },
            ],
          },
        ]),
      ),
    },
  });
}

function permission({ path, methods }: MeshRoute): Config {
  const matcher = path.endsWith(BELOW) ? { prefix: path.slice(0, -1) } : { exact: path };
  // `url_path` is the path without its query
  const isPath = { url_path: { path: matcher } };
  if (methods === undefined) return isPath;
  const anyOf = methods.map((exact) => ({ header: { name: ':method', string_match: { exact } } }));
  return { and_rules: { rules: [isPath, { or_rules: { rules: anyOf } }] } };
}
