import { ANY_TYPE, finding, type Observation, type Rule } from '../../rule';
import { own } from '../../template/json';
import type { Resource } from '../../template/resource';
import { credentialIn, decoded } from './credential-format';
import { textsIn } from './texts';

/** Properties whose text is base64. */
const ENCODED = /\bUserData\b/u;

export const noCredentials: Rule = {
  id: 'secrets-no-credentials',
  title: 'nothing in the template is an access key, a private key or a token',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A key in a template works for whoever reads the repository, the build log or the stack, until somebody revokes it.',
  fix: 'revoke it; let workloads take a role, and read what is left from Secrets Manager at run time',
  resourceTypes: [ANY_TYPE],
  check(resource, template) {
    if (!template.mayHave(mayHold)) return NONE;
    const metadata = own(resource.definition, 'Metadata');
    // attributes such as `DependsOn` hold none; the whole at once first: nearly every resource ends here
    return [
      ...(mayHold(resource.propertiesText) ? seenIn(resource, 'Properties') : NONE),
      ...(metadata !== undefined && mayHold(JSON.stringify(metadata)) ? seenIn(resource, 'Metadata') : NONE),
    ];
  },
};

const NONE: readonly Observation[] = [];

function mayHold(text: string): boolean {
  return credentialIn(text) !== undefined || text.includes('"UserData"');
}

function seenIn({ definition }: Resource, part: 'Properties' | 'Metadata'): readonly Observation[] {
  return [...textsIn(own(definition, part) ?? {}, part)].flatMap(observe);
}

function observe({ path, text }: { readonly path: string; readonly text: string }): readonly Observation[] {
  const what = credentialIn(text) ?? (ENCODED.test(path) ? credentialIn(decoded(text) ?? '') : undefined);
  return what === undefined ? [] : [finding(path, `holds what has the form of ${what}`)];
}
