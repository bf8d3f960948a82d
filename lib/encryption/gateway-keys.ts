import type { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BODY_PURPOSES } from '../contract/gateway';
import { ServiceKey } from './service-key';
import { SigningKey } from './signing-key';

export interface GatewayKeysProps {
  /**
   * ARN patterns of further key administrators.
   * @default - the stack's CloudFormation role and the account's root user
   */
  readonly administrators?: readonly string[];
  /**
   * How often the key of bodies changes its material: 90 to 365 days.
   * @default Duration.days(365)
   */
  readonly rotationPeriod?: Duration;
  /** `YYYY-MM-DD`: by when a new key signs the ledger. */
  readonly signingRotateBy: string;
}

/**
 * The keys of the AI gateway: one that seals what was asked and answered, for purposes that each have readers of their own,
 * and one that signs the ledger. Supports 45 CFR 164.312(a)(2)(iv) and 164.312(c)(1).
 */
export class GatewayKeys extends Construct {
  readonly bodies: ServiceKey;
  readonly ledgerSigning: SigningKey;

  constructor(scope: Construct, id: string, { signingRotateBy, ...shared }: GatewayKeysProps) {
    super(scope, id);
    this.bodies = new ServiceKey(this, 'Bodies', {
      ...shared,
      description: 'What models were asked and what they answered, sealed',
      services: ['s3'],
      // a data key is for one purpose, and KMS sees which
      directUses: Object.entries(BODY_PURPOSES).map(([name, purpose]) => ({
        sid: `Seals${name[0]?.toUpperCase()}${name.slice(1)}`,
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        conditions: { StringEquals: { 'kms:EncryptionContext:purpose': purpose } },
      })),
    });
    this.ledgerSigning = new SigningKey(this, 'LedgerSigning', {
      description: 'Closes and checkpoints of the ledger',
      rotateBy: signingRotateBy,
      ...(shared.administrators ? { administrators: shared.administrators } : {}),
    });
  }
}
