import { aws_apigateway as apigateway, aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { UseCaseManifest } from '../contract/use-case';
import { ConfigurationError } from '../errors';
import { GATEWAY_STAGE } from './gateway-stage';
import type { PublicEntrance } from './public-callers';

const ROLE = /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/u;
type PublicUseCase = Pick<UseCaseManifest, 'id' | 'callers' | 'approvers'>;

/**
 * Signed requests of named roles, each on the paths of the use cases that list it.
 *
 * @throws ConfigurationError `Partner` none, whose ARN is none of a role, or whom no use case lists
 */
export function partnersEntrance(
  scope: Construct,
  partners: readonly string[],
  useCases: readonly PublicUseCase[],
): PublicEntrance {
  const odd = partners.find((each) => !ROLE.test(each));
  if (partners.length === 0 || odd !== undefined)
    refuse(
      scope,
      `${odd === undefined ? 'there are no partners' : `'${odd}' is no role`}; give ARNs of roles`,
    );
  const listed = useCases.flatMap(({ callers, approvers = [] }) => [...callers, ...approvers]);
  const stranger = partners.find((each) => !listed.includes(each));
  if (stranger !== undefined)
    refuse(scope, `no use case lists '${stranger}'; make it a caller or an approver of one, or take it out`);
  const ask: apigateway.MethodOptions = { authorizationType: apigateway.AuthorizationType.IAM };
  return {
    alias: 'public-partners',
    authorization: { ask, decide: ask },
    policy: ofPartners(partners, useCases),
    logged: {},
    issuers: [],
    secondFactorIssuers: [],
  };
}

/**
 * Roles of other accounts need an allowance here and in their own account; one of this account needs either. So whoever is no partner
 * is denied, or a role of this account with a wide policy would come in.
 * Source: API Gateway developer guide, "How API Gateway resource policies affect authorization workflow", tables A and B.
 */
function ofPartners(partners: readonly string[], useCases: readonly PublicUseCase[]): iam.PolicyDocument {
  const among = (listed: readonly string[] = []) => partners.filter((each) => listed.includes(each));
  const mayCall = (path: string, roles: readonly string[]) =>
    roles.length === 0
      ? []
      : [
          new iam.PolicyStatement({
            principals: roles.map((role) => new iam.ArnPrincipal(role)),
            actions: ['execute-api:Invoke'],
            resources: [`execute-api:/${GATEWAY_STAGE}/POST/${path}`],
          }),
        ];
  const approvers = useCases.flatMap((each) => each.approvers ?? []);
  return new iam.PolicyDocument({
    statements: [
      ...useCases.flatMap(({ id, callers }) => mayCall(`use-cases/${id}/*`, among(callers))),
      ...mayCall('oversight', among(approvers)),
      new iam.PolicyStatement({
        sid: 'NobodyElse',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['execute-api:Invoke'],
        resources: ['execute-api:/*'],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': [...partners] } },
      }),
    ],
  });
}

function refuse(scope: Construct, message: string): never {
  throw new ConfigurationError(scope, 'Partner', message);
}
