import { ANY_TYPE, finding, type Rule } from '../../rule';
import { isObject, own, type JsonObject } from '../../template/json';
import { Property } from '../../template/property';
import { whereThere } from '../cloudformation/where-there';

const NAME = 'AWS::CloudFormation::Authentication';
/** Source: CloudFormation user guide, "AWS::CloudFormation::Authentication". */
const SECRETS = ['password', 'secretKey', 'accessKeyId'] as const;

export const authenticationMetadata: Rule = {
  id: 'secrets-authentication-metadata',
  title: 'cfn-init signs in with a role, not with credentials in metadata',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Metadata is shown to whoever may describe the stack, NoEcho or not.',
  fix: `in ${NAME} use type S3 with roleName, and no password, secretKey or accessKeyId`,
  resourceTypes: [ANY_TYPE],
  check(resource, template) {
    // nearly every resource ends here
    const metadata = own(resource.definition, 'Metadata');
    const mayHave = isObject(metadata) && (Object.hasOwn(metadata, NAME) || isExpression(metadata));
    if (!mayHave && !Object.hasOwn(resource.definition, NAME)) return 'not-applicable';
    const blocks = [
      resource.attribute('Metadata').member(NAME),
      // where an author put it beside Metadata it does nothing, and shows the same
      Property.of(NAME, own(resource.definition, NAME), template),
    ];
    if (!blocks.some(({ isPresent }) => isPresent)) return 'not-applicable';
    return blocks.flatMap((block) =>
      block.keys().flatMap((entry) =>
        whereThere(block.member(entry), (given) =>
          SECRETS.map((secret) => given.member(secret))
            .filter(({ isPresent }) => isPresent)
            .map(({ path }) => finding(path, 'is a credential in metadata')),
        ),
      ),
    );
  },
};

/** A condition may choose what the metadata are. */
function isExpression(metadata: JsonObject): boolean {
  const [first] = Object.keys(metadata);
  return first !== undefined && (first === 'Ref' || first.startsWith('Fn::'));
}
