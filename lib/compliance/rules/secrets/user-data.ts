import { finding, type Rule } from '../../rule';
import { own } from '../../template/json';
import { decoded } from './credential-format';
import { textsIn } from './texts';

/** An assignment of text of eight or more characters to a name that ends like a secret's. */
const ASSIGNED =
  /(?:password|passwd|secret|token|api_?key|private_?key|access_?key)["']?\s{0,4}(?:=|:\s)\s{0,4}["']?[^\s"'$<>{}()]{8}/iu;
/** Commands that fetch a secret and templates to be filled in look alike, but hold none. */
const FETCHED = /secretsmanager|ssm get-parameter|\{\{resolve:/iu;

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
    return texts
      .filter(({ text }) => lines(decoded(text) ?? text).some(assigns))
      .map(({ path }) => finding(path, 'assigns text to a name that says password, secret, token or key'));
  },
};

const lines = (text: string): readonly string[] => text.split('\n');
const assigns = (line: string): boolean => ASSIGNED.test(line) && !FETCHED.test(line);
