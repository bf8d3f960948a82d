import { aws_iam as iam, Duration, Token, Tokenization, type aws_kms as kms } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ENVIRONMENT_VARIABLES } from '../contract/environment-variables';
import { ConfigurationError } from '../errors';
import { PhiFunction, type PhiFunctionPlace } from './phi-function';

/** UTF-16 units of text one call may carry; a synchronous Lambda payload ends at 6 MB. */
export const TEXT_LENGTH = { shortest: 1, longest: 1_000_000 } as const;

export interface RedactionFunctionProps extends PhiFunctionPlace {
  /** Encrypts the environment variables and seals originals on request. */
  readonly encryptionKey: kms.IKey;
  /**
   * Most UTF-16 units of text in one call: 1 to 1 000 000.
   * @default 1_000_000
   */
  readonly maxTextLength?: number;
}

/**
 * The synchronous redaction function: text in, text without identifiers out. It runs in the VPC under a role that can
 * write its own log and wrap data keys, nothing else; it cannot open what it seals. An error returns no text, and
 * there is no dead-letter queue, as that would keep PHI.
 * Supports 45 CFR 164.502(b) and 164.514(b)(2); its output still counts as PHI.
 * @throws ConfigurationError `MaxTextLength` out of range
 */
export class RedactionFunction extends PhiFunction {
  constructor(scope: Construct, id: string, props: RedactionFunctionProps) {
    const { maxTextLength = TEXT_LENGTH.longest, ...place } = props;
    super(scope, id, {
      ...place,
      bundle: 'redaction',
      description: 'Removes identifiers from text',
      memoryMiB: 512,
      timeout: Duration.seconds(30),
      statements: [
        new iam.PolicyStatement({
          sid: 'WrapDataKeys',
          actions: ['kms:GenerateDataKey'],
          resources: [props.encryptionKey.keyArn],
        }),
      ],
      environment: {
        [ENVIRONMENT_VARIABLES.dataKeyArn]: props.encryptionKey.keyArn,
        [ENVIRONMENT_VARIABLES.maxTextLength]: Tokenization.stringifyNumber(maxTextLength),
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
  }
}
