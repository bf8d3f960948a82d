import { aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { evaluate } from '../../lib/compliance/policy/evaluate';
import { readDocument } from '../../lib/compliance/policy/document';
import type { RequestPrincipal } from '../../lib/compliance/policy/request';
import type { Statement } from '../../lib/compliance/policy/statement';
import { EnvelopeKey } from '../../lib/encryption/envelope-key';
import { ServiceKey } from '../../lib/encryption/service-key';
import { TenantKeyStore } from '../../lib/encryption/tenant-key-store';
import { ACCOUNT, DeployedTemplates, REGION } from '../support/deployed-template';
import { synthesize, testStack } from '../support/synthesize';

export const KEY_STORE = 'invented-key-store';
export const TENANT = 't-1';
export const OTHER_TENANT = 't-2';
const STRANGER = '444455556666';

/** What a request comes to: allowed, denied by a Deny, or allowed by nobody. */
export type Verdict = 'allow' | 'deny' | 'none' | 'unknown';

function role(stack: Stack, id: string): iam.Role {
  return new iam.Role(stack, id, { assumedBy: new iam.AccountRootPrincipal() });
}

/** An envelope key and a key store, with somebody for each duty. */
function place(stack: Stack): { readonly envelopeKey: EnvelopeKey; readonly keyStore: TenantKeyStore } {
  const envelopeKey = new EnvelopeKey(stack, 'Envelope', { logicalKeyStoreName: KEY_STORE });
  const tableKey = new ServiceKey(stack, 'Stores', { description: 'Invented', services: ['dynamodb'] });
  const keyStore = new TenantKeyStore(stack, 'TenantKeys', {
    envelopeKey,
    encryptionKey: tableKey.key,
    pointInTimeRecovery: 'enabled',
  });
  envelopeKey.grantSeal(role(stack, 'Sealer'));
  const clinic = role(stack, 'Clinic');
  envelopeKey.grantSeal(clinic);
  envelopeKey.grantOpen(clinic);
  keyStore.grantSealOpen(clinic);
  keyStore.grantTenantKeyManagement(role(stack, 'Manager'));
  envelopeKey.grantAdminister(role(stack, 'Admin'));
  role(stack, 'Auditor').addToPolicy(
    new iam.PolicyStatement({
      actions: ['dynamodb:Describe*', 'dynamodb:List*', 'kms:Describe*', 'kms:Get*', 'kms:List*'],
      resources: ['*'],
    }),
  );
  return { envelopeKey, keyStore };
}

const EVERYTHING = readDocument({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
});

/** A key policy that leaves everything to the account. */
export const LEFT_TO_THE_ACCOUNT = readDocument({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' },
});

interface Caller {
  readonly principal: RequestPrincipal;
  readonly identity: readonly Statement[];
}

/** The place as deployed, and who may do what in it. */
export class EnvelopePlace {
  readonly #deployed: DeployedTemplates;
  readonly #key: string;
  readonly #table: string;

  /** @param later what somebody adds after us */
  constructor(later?: (parts: ReturnType<typeof place>, stack: Stack) => void) {
    const stack = testStack();
    const parts = place(stack);
    later?.(parts, stack);
    this.#deployed = new DeployedTemplates([synthesize(stack)]);
    this.#key = this.#deployed.id('AWS::KMS::Key', 'Envelope');
    this.#table = this.#deployed.id('AWS::DynamoDB::Table');
  }

  /**
   * `<Role>` of the place, `anybody` (a role whose own policy allows everything), `stranger` (the same, of another account),
   * `deployer` or `root`; after `@` the tenant of the session.
   */
  caller(name: string): Caller {
    const [who = '', tenant] = name.split('@');
    const tags = tenant === undefined ? {} : { tags: { tenant } };
    if (who === 'root') return { principal: { kind: 'root', account: ACCOUNT, ...tags }, identity: [] };
    const as = (arn: string, identity: readonly Statement[]): Caller => ({
      principal: { kind: 'role', arn, session: 'one', ...tags },
      identity,
    });
    if (who === 'anybody') return as(`arn:aws:iam::${ACCOUNT}:role/Anybody`, EVERYTHING);
    if (who === 'stranger') return as(`arn:aws:iam::${STRANGER}:role/Anybody`, EVERYTHING);
    if (who === 'deployer')
      return as(`arn:aws:iam::${ACCOUNT}:role/cdk-hnb659fds-cfn-exec-role-${ACCOUNT}-${REGION}`, EVERYTHING);
    const id = this.#deployed.id('AWS::IAM::Role', who);
    return as(this.#deployed.arn(id), this.#deployed.identityPolicies(id));
  }

  /** @param inForce which part of the key policy counts */
  onKey(
    who: string,
    action: string,
    context: Readonly<Record<string, readonly string[]>> = {},
    inForce: (policy: readonly Statement[]) => readonly Statement[] = (policy) => policy,
  ): Verdict {
    const { principal, identity } = this.caller(who);
    const resource = inForce(this.#deployed.keyPolicy(this.#key));
    return verdict(
      evaluate(
        { principal, action: `kms:${action}`, resource: { arn: this.#deployed.arn(this.#key) }, context },
        { identity, resource },
      ),
    );
  }

  /** @param rows partition keys the request names; none for requests that name none */
  onTable(who: string, action: string, rows: readonly string[]): Verdict {
    const { principal, identity } = this.caller(who);
    const context: Readonly<Record<string, readonly string[]>> =
      rows.length === 0 ? {} : { 'dynamodb:LeadingKeys': rows };
    const resource = { arn: this.#deployed.arn(this.#table) };
    return verdict(evaluate({ principal, action: `dynamodb:${action}`, resource, context }, { identity }));
  }
}

function verdict({ verdict: said, reason }: ReturnType<typeof evaluate>): Verdict {
  if (said === 'allowed') return 'allow';
  if (said === 'unknown') return 'unknown';
  return reason === 'explicit' ? 'deny' : 'none';
}

/** Condition keys of a request that gives KMS an encryption context. */
export function contextKeys(
  context: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const pairs = Object.entries(context);
  if (pairs.length === 0) return {};
  return {
    ...Object.fromEntries(pairs.map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]])),
    'kms:EncryptionContextKeys': Object.keys(context),
  };
}
