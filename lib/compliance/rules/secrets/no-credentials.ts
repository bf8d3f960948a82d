import { ANY_TYPE, finding, type Observation, type Rule } from '../../rule';
import { own } from '../../template/json';
import { credentialIn, decoded } from './credential-format';
import { textsIn } from './texts';

/** Where credentials may stand; attributes such as `DependsOn` hold none. */
const PARTS = ['Properties', 'Metadata'] as const;
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
  check(resource) {
    return PARTS.flatMap((part) => {
      const value = own(resource.definition, part);
      if (value === undefined) return [];
      const text = part === 'Properties' ? resource.propertiesText : JSON.stringify(value);
      // the whole at once first: nearly every resource ends here
      const mayHold = credentialIn(text) !== undefined || text.includes('"UserData":');
      return mayHold ? [...textsIn(value, part)].flatMap(observe) : [];
    });
  },
};

function observe({ path, text }: { readonly path: string; readonly text: string }): readonly Observation[] {
  const what = credentialIn(text) ?? (ENCODED.test(path) ? credentialIn(decoded(text) ?? '') : undefined);
  return what === undefined ? [] : [finding(path, `holds what has the form of ${what}`)];
}
