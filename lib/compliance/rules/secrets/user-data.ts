import { finding, type Rule } from '../../rule';
import { own } from '../../template/json';
import { decoded } from './credential-format';
import { textsIn } from './texts';

/** An assignment of text of eight or more characters to a name that ends like a secret's. */
const ASSIGNED =
  /(?:password|passwd|secret|token|api_?key|private_?key|access_?key)["']?\s{0,4}(?:=|:\s)\s{0,4}["']?[^\s"'$<>{}()]{8}/iu;
/** Commands that fetch a secret and templates to be filled in look alike, but hold none. */
const FETCHED = /secretsmanager|ssm get-parameter|\{\{resolve:/iu;

/** Not one of the parts that `Fn::Join` puts together. */
const WHOLE = /\.UserData(?:\.Fn::(?:Base64|Sub(?:\.0)?|If\.[12]))*$/u;
/** Base64 that says no text is a packed script. */
const PACKED = /^[A-Za-z0-9+/=]+$/u;

export const userData: Rule = {
  id: 'secrets-user-data',
  title: 'no password is assigned in user data or cfn-init',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Every process on the machine can read its user data, and so can whoever may describe the instance.',
  fix: 'read the secret from Secrets Manager when the machine starts',
  resourceTypes: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  check(resource) {
    const all = [
      ...textsIn(own(resource.definition, 'Properties'), 'Properties'),
      ...textsIn(own(resource.definition, 'Metadata'), 'Metadata'),
    ];
    const texts = all.filter(
      ({ path }) => path.includes('AWS::CloudFormation::Init') || path.includes('UserData'),
    );
    if (texts.length === 0) return 'not-applicable';
    return texts.flatMap(({ path, text }) => {
      const plain = decoded(text) ?? text;
      if (lines(plain).some(assigns))
        return [finding(path, 'assigns text to a name that says password, secret, token or key')];
      return WHOLE.test(path) && isWord(plain)
        ? [finding(path, 'is one word: it runs nothing and hands the machine a value')]
        : [];
    });
  },
};

const lines = (text: string): readonly string[] => text.split('\n');
const isWord = (text: string): boolean =>
  /^[^\s=]{8,128}$/u.test(text.trim()) && !PACKED.test(text.trim()) && !/^#|\$\{|\{\{resolve:/u.test(text);
const assigns = (line: string): boolean => ASSIGNED.test(line) && !FETCHED.test(line);
