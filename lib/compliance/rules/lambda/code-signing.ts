import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireSet } from '../cloudformation/set';

export const codeSigning: Rule = {
  id: 'lambda-code-signing',
  title: 'functions run only code that somebody signed',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Whoever may upload code could otherwise run anything with the role of the function.',
  fix: 'set CodeSigningConfigArn, and UntrustedArtifactOnDeployment of the configuration to Enforce',
  resourceTypes: ['AWS::Lambda::Function', 'AWS::Lambda::CodeSigningConfig'],
  check(resource) {
    if (resource.type === 'AWS::Lambda::CodeSigningConfig') {
      return requireLiteral(
        resource.property('CodeSigningPolicies.UntrustedArtifactOnDeployment'),
        (policy) => policy === 'Enforce',
        'must be Enforce; by default code that nobody signed is only logged',
      );
    }
    // Lambda signs no images; ECR does
    if (accepts(resource.property('PackageType'), (type) => type === 'Image') === true)
      return 'not-applicable';
    return requireSet(resource.property('CodeSigningConfigArn'), 'must name a code signing configuration');
  },
};
