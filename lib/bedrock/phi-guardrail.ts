import { createHash } from 'node:crypto';
import { Aws, aws_bedrock as bedrock, aws_iam as iam, RemovalPolicy, type aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkGrounding, checkName, checkPatterns, checkTopics } from './check-guardrail';
import {
  content,
  contextualGrounding,
  sensitiveInformation,
  topics,
  type GroundingThresholds,
} from './guardrail-filters';
import type { IdentifierPattern } from './guardrail-patterns';
import { checkCrossRegion, profileArn, profileArns, type GuardrailCrossRegion } from './guardrail-region';
import { RE_IDENTIFICATION, type DeniedTopic } from './guardrail-topics';

export interface PhiGuardrailProps {
  /** Unique in the account and Region: 1 to 50 letters, digits, `-` and `_`. */
  readonly name: string;
  /** Encrypts the guardrail; callers need `kms:Decrypt` on it. */
  readonly encryptionKey: kms.IKey;
  /**
   * Stops answers that the sources given with a question do not bear out, for retrieval-augmented generation. Calls that
   * mark no source are not judged by it.
   * @default - no answer is held against its sources
   */
  readonly grounding?: GroundingThresholds;
  /**
   * Topics that are blocked both ways, beside re-identification, which always is.
   * @default - re-identification alone
   */
  readonly deniedTopics?: readonly DeniedTopic[];
  /**
   * Identifiers of the organization, such as its own format of record numbers: at most two beside those of this library.
   * @default - `IDENTIFIER_PATTERNS` alone
   */
  readonly patterns?: readonly IdentifierPattern[];
  /**
   * Content and topics are judged by the Standard tier, which may send text to other Regions to judge it.
   * @default - the Classic tier, in the Region of the stack
   */
  readonly crossRegion?: GuardrailCrossRegion;
}

/**
 * A Bedrock guardrail that masks identifiers in prompts and answers, stops prompt attacks at the highest strength, denies
 * topics, and is used by number: each change of its configuration makes a new numbered version, old ones stay.
 *
 * It is a second net behind redaction, never the first: Bedrock finds PII by probability, has no type for half of the
 * Safe Harbor identifiers, and does not read tool inputs and results. Supports 45 CFR 164.502(b).
 * @throws ConfigurationError `GuardrailName` that Bedrock would refuse; `GuardrailGrounding`, `DeniedTopic`,
 * `IdentifierPattern` beyond its limits; `GuardrailRegions` that are not allowed
 */
export class PhiGuardrail extends Construct {
  readonly guardrail: bedrock.CfnGuardrail;
  readonly version: bedrock.CfnGuardrailVersion;
  /** What `bedrock:ApplyGuardrail` is asked for: the guardrail, and its profile in each Region that may judge. */
  readonly applyArns: readonly string[];
  readonly #key: kms.IKey;

  constructor(scope: Construct, id: string, props: PhiGuardrailProps) {
    super(scope, id);
    const { grounding, deniedTopics = [], patterns = [], crossRegion } = props;
    const tier = crossRegion ? 'STANDARD' : 'CLASSIC';
    const denied = [RE_IDENTIFICATION, ...deniedTopics];
    checkName(this, props.name);
    if (grounding) checkGrounding(this, grounding);
    checkTopics(this, denied);
    checkPatterns(this, patterns);
    if (crossRegion) checkCrossRegion(this, crossRegion);
    const configuration = {
      blockedInputMessaging: 'This request was stopped by the guardrail of this environment.',
      blockedOutputsMessaging: 'This answer was stopped by the guardrail of this environment.',
      contentPolicyConfig: content(tier),
      sensitiveInformationPolicyConfig: sensitiveInformation(patterns),
      topicPolicyConfig: topics(denied, tier),
      ...(grounding ? { contextualGroundingPolicyConfig: contextualGrounding(grounding) } : {}),
    };
    this.guardrail = new bedrock.CfnGuardrail(this, 'Resource', {
      name: props.name,
      description: 'Masks identifiers and stops prompt attacks',
      kmsKeyArn: props.encryptionKey.keyArn,
      ...configuration,
      ...(crossRegion
        ? { crossRegionConfig: { guardrailProfileArn: profileArn(crossRegion.profileId) } }
        : {}),
    });
    // an ARN holds tokens, whose numbers are of this run; the id says the same
    const hashed = JSON.stringify({ ...configuration, profile: crossRegion?.profileId });
    const digest = createHash('sha256').update(hashed).digest('hex').slice(0, 12);
    this.version = new bedrock.CfnGuardrailVersion(this, `Version${digest}`, {
      guardrailIdentifier: this.guardrail.attrGuardrailId,
      description: `Configuration ${digest}`,
    });
    this.version.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    this.#key = props.encryptionKey;
    this.applyArns = [this.guardrail.attrGuardrailArn, ...(crossRegion ? profileArns(crossRegion) : [])];
  }

  /** The value `bedrock:GuardrailIdentifier` has when a call uses this version. */
  get identifier(): string {
    return `${this.guardrail.attrGuardrailArn}:${this.version.attrVersion}`;
  }

  /** What any caller needs whose calls this guardrail judges, by its own choice or because it is enforced. */
  applyStatements(): readonly iam.PolicyStatement[] {
    return [
      new iam.PolicyStatement({
        sid: 'ApplyTheGuardrail',
        actions: ['bedrock:ApplyGuardrail'],
        resources: [...this.applyArns],
      }),
      this.openStatement(),
    ];
  }

  /** What it takes to read a guardrail that is encrypted under a key of the customer. */
  openStatement(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      sid: 'OpenTheGuardrail',
      actions: ['kms:Decrypt'],
      resources: [this.#key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `bedrock.${Aws.REGION}.amazonaws.com` } },
    });
  }
}
