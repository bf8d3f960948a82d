import { Aws, aws_iam as iam } from 'aws-cdk-lib';

/**
 * Who may pass an endpoint, and to whose resources: nobody else's credentials in, nobody else's resources out. The line
 * is the account, or the organization where one is named. Conditions take no wildcards, as endpoint policies refuse them
 * on keys such as `aws:PrincipalAccount`.
 * Source: AWS PrivateLink guide, "Control access to VPC endpoints using endpoint policies".
 */
export class DataPerimeter {
  readonly #principals: Readonly<Record<string, string>>;
  readonly #resources: Readonly<Record<string, string>>;
  readonly #accounts: string;

  constructor(organizationId?: string) {
    const isAccount = organizationId === undefined;
    this.#accounts = isAccount ? Aws.ACCOUNT_ID : '*';
    this.#principals = isAccount
      ? { 'aws:PrincipalAccount': Aws.ACCOUNT_ID }
      : { 'aws:PrincipalOrgID': organizationId };
    this.#resources = isAccount
      ? { 'aws:ResourceAccount': Aws.ACCOUNT_ID }
      : { 'aws:ResourceOrgID': organizationId };
  }

  /**
   * ARN of the Region and of the accounts within; a policy must not name a stack's resource, or the stacks would depend
   * in a circle.
   */
  arn(service: string, resource: string): string {
    return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${this.#accounts}:${resource}`;
  }

  /** ARN of roles, which are in no Region. */
  roles(): string {
    return `arn:${Aws.PARTITION}:iam::${this.#accounts}:role/*`;
  }

  /** From within, to what is within. */
  allow(sid: string, actions: readonly string[], resources: readonly string[]): iam.PolicyStatement {
    return statement(sid, actions, resources, { ...this.#principals, ...this.#resources });
  }

  /** From within, for calls whose resource is of no account, or that have none: `aws:ResourceAccount` is absent then. */
  allowCallers(sid: string, actions: readonly string[], resources: readonly string[]): iam.PolicyStatement {
    return statement(sid, actions, resources, this.#principals);
  }
}

function statement(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  perimeter: Readonly<Record<string, string>>,
): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid,
    principals: [new iam.AnyPrincipal()],
    actions: [...actions],
    resources: [...resources],
    conditions: { StringEquals: perimeter },
  });
}
