import { onEachAllow } from '../../policy/allow';
import { namesSource } from '../../policy/binding';
import { isService } from '../../policy/principal';
import { statementsOf } from '../../policy/statement';
import { finding, unknown, type Rule } from '../../rule';

/** Services whose own guide shows a trust policy with aws:SourceArn or aws:SourceAccount ("cross-service confused deputy prevention"). */
const WITH_SOURCE =
  /^(?:bedrock|bedrock-agentcore|comprehend|ecs-tasks|glue|healthlake|kendra|omics|pipes|rekognition|sagemaker|scheduler|states|textract|transcribe|transfer|vpc-flow-logs)\./u;

export const trustConfusedDeputy: Rule = {
  id: 'iam-trust-confused-deputy',
  title: 'a role for a service says for whose resources the service may take it',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A service works for every customer of AWS: without the source it may take the role on behalf of a stranger.',
  fix: 'add the condition StringEquals aws:SourceAccount, ArnLike aws:SourceArn, or StringEquals aws:SourceOrgID',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    return onEachAllow(
      statementsOf(role.property('AssumeRolePolicyDocument'), template),
      ['principal'],
      (statement) => {
        const service = statement.principals.find((each) => isService(each) && WITH_SOURCE.test(each));
        const named = service === undefined || namesSource(statement);
        if (named === true) return [];
        return [
          named === false
            ? finding(statement.path, `trusts ${service} for whomever it acts`)
            : unknown(statement.path, `trusts ${service} under a condition that cannot be read`),
        ];
      },
    );
  },
};
