import { createHash } from 'node:crypto';
import { aws_bedrock as bedrock, RemovalPolicy, Token, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { content, sensitiveInformation } from './guardrail-filters';

/** Source: Bedrock API reference, CreateGuardrail. */
const NAME = /^[0-9a-zA-Z_-]{1,50}$/u;

export interface PhiGuardrailProps {
  /** Unique in the account and Region: 1 to 50 letters, digits, `-` and `_`. */
  readonly name: string;
  /** Encrypts the guardrail; callers need `kms:Decrypt` on it. */
  readonly encryptionKey: kms.IKey;
}

/**
 * A Bedrock guardrail that masks identifiers in prompts and answers, stops prompt attacks at the highest strength, and
 * is used by number: each change of its configuration makes a new numbered version, old ones stay.
 *
 * It is a second net behind redaction, never the first: Bedrock finds PII by probability, has no type for half of the
 * Safe Harbor identifiers, and does not read tool inputs and results. Supports 45 CFR 164.502(b).
 * @throws ConfigurationError `GuardrailName` that Bedrock would refuse
 */
export class PhiGuardrail extends Construct {
  readonly guardrail: bedrock.CfnGuardrail;
  readonly version: bedrock.CfnGuardrailVersion;

  constructor(scope: Construct, id: string, props: PhiGuardrailProps) {
    super(scope, id);
    if (!Token.isUnresolved(props.name) && !NAME.test(props.name)) {
      throw new ConfigurationError(
        this,
        'GuardrailName',
        `name is '${props.name}'; give 1 to 50 letters, digits, '-' and '_'`,
      );
    }
    const configuration = {
      blockedInputMessaging: 'This request was stopped by the guardrail of this environment.',
      blockedOutputsMessaging: 'This answer was stopped by the guardrail of this environment.',
      contentPolicyConfig: content(),
      sensitiveInformationPolicyConfig: sensitiveInformation(),
    };
    this.guardrail = new bedrock.CfnGuardrail(this, 'Resource', {
      name: props.name,
      description: 'Masks identifiers and stops prompt attacks',
      kmsKeyArn: props.encryptionKey.keyArn,
      ...configuration,
    });
    const digest = createHash('sha256').update(JSON.stringify(configuration)).digest('hex').slice(0, 12);
    this.version = new bedrock.CfnGuardrailVersion(this, `Version${digest}`, {
      guardrailIdentifier: this.guardrail.attrGuardrailId,
      description: `Configuration ${digest}`,
    });
    this.version.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }

  /** The value `bedrock:GuardrailIdentifier` has when a call uses this version. */
  get identifier(): string {
    return `${this.guardrail.attrGuardrailArn}:${this.version.attrVersion}`;
  }
}
