import { allows, onEachAllow } from '../../policy/allow';
import { allowsEverything } from '../../policy/everything';
import { narrowsBy } from '../../policy/narrowing';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

const ISSUE = 'acm-pca:IssueCertificate';
/** The one key of a request to AWS Private CA. Source: Service Authorization Reference, AWS Private Certificate Authority. */
const TEMPLATE = 'acm-pca:templatearn';

export const certificateIssueTemplate: Rule = {
  id: 'iam-certificate-issue-template',
  title: 'whoever may have certificates issued may have one kind issued',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'With a template of his choice he makes himself a CA, or a certificate in the name of any service.',
  fix: 'add the condition StringEquals acm-pca:TemplateArn',
  resourceTypes: [...IDENTITY_POLICY_TYPES],
  check(resource) {
    return onEachAllow(
      identityStatements(resource),
      ['action', 'condition'],
      (statement) => {
        if (!allows(statement, ISSUE) || allowsEverything(statement)) return [];
        const isBound = narrowsBy(statement, (key) => key === TEMPLATE);
        if (isBound === true) return [];
        return isBound === false
          ? [finding(statement.path, `allows ${ISSUE} without acm-pca:TemplateArn`)]
          : [unknown(statement.path, `allows ${ISSUE} under a condition that cannot be read`)];
      },
      (statement) => allows(statement, ISSUE),
    );
  },
};
