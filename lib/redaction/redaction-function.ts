import { aws_lambda as lambda, Duration, Tags, Token, Tokenization, type aws_iam as iam } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TENANT_ID, TENANT_TAG } from '../contract/encryption-context';
import { ENVIRONMENT_VARIABLES, LOAD_BALANCER_ALIAS } from '../contract/environment-variables';
import { ConfigurationError } from '../errors';
import { PhiFunction, type PhiFunctionPlace } from '../phi-function';

/** UTF-16 units of text one call may carry; a synchronous Lambda payload ends at 6 MB. */
export const TEXT_LENGTH = { shortest: 1, longest: 1_000_000 } as const;

/** Wraps the data keys of tenants; `EnvelopeKey` is one. */
export interface SealingKey {
  readonly keyArn: string;
  grantSeal(grantee: iam.IGrantable): iam.Grant;
}

/** Under which key, and for which tenant, originals are sealed. */
export interface Sealing {
  readonly key: SealingKey;
  /**
   * The one tenant the function seals for, an opaque id: its role bears it as a tag, and bindings of other tenants are
   * refused by the key.
   */
  readonly tenant: string;
}

/** The load balancer with mutual TLS that may call the function, and who may call through it. */
export interface RedactionDoor {
  /** Name of its target group: known before the group is there, at most 32 letters, digits and hyphens. */
  readonly targetGroupName: string;
  /** SPIFFE ids of the callers. The load balancer admits every certificate of its CAs; the function admits these. */
  readonly callers: readonly string[];
}

export interface RedactionFunctionProps extends PhiFunctionPlace {
  /**
   * Lets callers ask for the original beside the redacted text, sealed.
   * @default - sealing is refused
   */
  readonly sealing?: Sealing;
  /**
   * Most UTF-16 units of text in one call: 1 to 1 000 000.
   * @default 1_000_000
   */
  readonly maxTextLength?: number;
  /**
   * Publishes the alias `doorAlias`, for a `MutualTlsDoor`.
   * @default - there is none; whoever may invoke the function calls it
   */
  readonly door?: RedactionDoor;
}

/**
 * The synchronous redaction function: text in, text without identifiers out. It runs in the VPC under a role that can
 * write its own log and get data keys for one tenant, nothing else; it cannot open what it seals. An error returns no text, and
 * there is no dead-letter queue, as that would keep PHI.
 * Supports 45 CFR 164.502(b) and 164.514(b)(2); its output still counts as PHI.
 * @throws ConfigurationError `MaxTextLength` out of range; `Tenant` that is no id; `DoorCallers` none
 */
export class RedactionFunction extends PhiFunction {
  /** What the target group of the door invokes, and nobody else: absent where there is no door. */
  readonly doorAlias: lambda.Alias | undefined;

  constructor(scope: Construct, id: string, props: RedactionFunctionProps) {
    const { maxTextLength = TEXT_LENGTH.longest, sealing, door, ...place } = props;
    super(scope, id, {
      ...place,
      bundle: 'redaction',
      description: 'Removes identifiers from text',
      memoryMiB: 512,
      timeout: Duration.seconds(30),
      statements: [],
      environment: {
        ...(sealing ? { [ENVIRONMENT_VARIABLES.dataKeyArn]: sealing.key.keyArn } : {}),
        [ENVIRONMENT_VARIABLES.maxTextLength]: Tokenization.stringifyNumber(maxTextLength),
        ...(door ? { [ENVIRONMENT_VARIABLES.redactionDoor]: JSON.stringify(door) } : {}),
      },
    });
    const allowed = maxTextLength >= TEXT_LENGTH.shortest && maxTextLength <= TEXT_LENGTH.longest;
    if (!Token.isUnresolved(maxTextLength) && !(Number.isInteger(maxTextLength) && allowed)) {
      throw new ConfigurationError(
        this,
        'MaxTextLength',
        `maxTextLength is ${maxTextLength}; give a whole number from ${TEXT_LENGTH.shortest} to ${TEXT_LENGTH.longest}`,
      );
    }
    if (sealing) this.#sealFor(sealing);
    this.doorAlias = door && this.#open(door);
  }

  #open({ callers }: RedactionDoor): lambda.Alias {
    if (callers.length === 0)
      throw new ConfigurationError(
        this,
        'DoorCallers',
        'door.callers is empty; name who may call, or give no door',
      );
    return new lambda.Alias(this, 'DoorAlias', {
      aliasName: LOAD_BALANCER_ALIAS,
      version: this.function.currentVersion,
    });
  }

  #sealFor({ key, tenant }: Sealing): void {
    if (!Token.isUnresolved(tenant) && !TENANT_ID.test(tenant)) {
      throw new ConfigurationError(
        this,
        'Tenant',
        `sealing.tenant is '${tenant}'; give an opaque id of 1 to 128 letters, digits, '.', '_' and '-'`,
      );
    }
    Tags.of(this.role).add(TENANT_TAG, tenant);
    key.grantSeal(this.permissions);
  }
}
