import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { MeshRoute } from './bootstrap/mesh-node';

/** Unreserved characters of RFC 3986 between slashes; `/*` at the end for what is below. */
const PATH = /^\/(?:[A-Za-z0-9._~-]+\/)*(?:[A-Za-z0-9._~-]+|\*)?$/u;
const DOTS = /\/\.{1,2}(?:\/|$)/u;

/**
 * Routes as they may be: one that could be read in two ways is one that may be passed.
 * @throws ConfigurationError `MeshRoute`
 */
export function allowedRoutes(scope: IConstruct, routes: readonly MeshRoute[]): readonly MeshRoute[] {
  for (const { path, methods } of routes) {
    if (!PATH.test(path) || DOTS.test(path)) {
      throw new ConfigurationError(
        scope,
        'MeshRoute',
        `'${path}' is no route; give a path such as /v1/redact, or /v1/* for all below it, without query, % or dots`,
      );
    }
    if (methods?.length === 0) {
      throw new ConfigurationError(
        scope,
        'MeshRoute',
        `${path} may be called with no method; name one, or leave methods out for all`,
      );
    }
  }
  return routes;
}
