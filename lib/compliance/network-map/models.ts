import type { Statement } from '../policy/statement';

/** What an ARN of a model or inference profile ends with. */
const MODEL =
  /:(?<kind>foundation-model|inference-profile|custom-model|provisioned-model|imported-model)\/(?<name>[^/]+)$/u;

/** Models that statements allow by name, as `model:<name>`; patterns with the words they are written in. */
export function modelsNamed(statements: readonly Statement[]): readonly string[] {
  const names = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ resources }) => resources)
    .flatMap((resource) => MODEL.exec(resource)?.groups?.['name'] ?? [])
    // an ARN made of parts that only the account knows names nothing
    .filter((name) => !name.includes('${'));
  return [...new Set(names)].sort().map((name) => `model:${name}`);
}
