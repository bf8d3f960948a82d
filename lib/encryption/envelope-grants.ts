import { aws_iam as iam } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import {
  anyBranchKey,
  anyBranchKeyUnderTheSameKey,
  ownBranchKey,
  ownDataKey,
  type Conditions,
} from './envelope-conditions';
import type { KeyAdministrators } from './key-administrators';
import { ADMINISTRATIVE_ACTIONS } from './key-policy';

/** A key under which tenants' data keys are wrapped: `EnvelopeKey`, or its copy in another Region. */
export interface IEnvelopeKey {
  readonly keyArn: string;
  /** Of the one key store whose branch keys the key wraps; undefined when it wraps none. */
  readonly logicalKeyStoreName: string | undefined;
  /** Lets tenants ask for data keys of their own. It opens nothing. */
  grantSeal(grantee: iam.IGrantable): iam.Grant;
  /** Lets tenants open data keys of their own. */
  grantOpen(grantee: iam.IGrantable): iam.Grant;
  /** Lets tenants open branch keys of their own, under which they both seal and open. Rows are the key store's to grant. */
  grantBranchKeys(grantee: iam.IGrantable): iam.Grant;
  /** Lets somebody who is no tenant make and rotate branch keys of every tenant, and open none. */
  grantTenantKeyManagement(grantee: iam.IGrantable): iam.Grant;
}

export interface EnvelopeGrantsProps {
  readonly keyArn: string;
  readonly logicalKeyStoreName: string | undefined;
  readonly administrators: KeyAdministrators;
  /** Administrative actions that only this kind of key has. */
  readonly furtherActions: readonly string[];
}

/** Identity policies for users of an envelope key, as narrow as its key policy. Source: as `envelopePolicy`. */
export class EnvelopeGrants {
  readonly #scope: IConstruct;
  readonly #key: EnvelopeGrantsProps;

  constructor(scope: IConstruct, key: EnvelopeGrantsProps) {
    this.#scope = scope;
    this.#key = key;
  }

  seal(grantee: iam.IGrantable): iam.Grant {
    return this.#grant(grantee, ['kms:GenerateDataKey'], ownDataKey());
  }

  open(grantee: iam.IGrantable): iam.Grant {
    return this.#grant(grantee, ['kms:Decrypt'], ownDataKey());
  }

  branchKeys(grantee: iam.IGrantable): iam.Grant {
    return this.#grant(grantee, ['kms:Decrypt'], ownBranchKey(this.#keyStore()));
  }

  tenantKeyManagement(grantee: iam.IGrantable): iam.Grant {
    const keyStore = this.#keyStore();
    const making = this.#grant(grantee, ['kms:GenerateDataKeyWithoutPlaintext'], anyBranchKey(keyStore));
    const changing = ['kms:ReEncryptFrom', 'kms:ReEncryptTo'];
    return making.combine(this.#grant(grantee, changing, anyBranchKeyUnderTheSameKey(keyStore)));
  }

  administer(role: iam.IRole): iam.Grant {
    this.#key.administrators.add(role);
    return this.#grant(role, [...ADMINISTRATIVE_ACTIONS, ...this.#key.furtherActions]);
  }

  #grant(grantee: iam.IGrantable, actions: readonly string[], conditions: Conditions = {}): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [this.#key.keyArn],
      conditions,
    });
  }

  #keyStore(): string {
    if (this.#key.logicalKeyStoreName !== undefined) return this.#key.logicalKeyStoreName;
    throw new ConfigurationError(
      this.#scope,
      'LogicalKeyStoreName',
      'the key wraps no branch keys; give it a logicalKeyStoreName',
    );
  }
}
