import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { PolicyContent } from './organization-policy';

const GUARDRAIL_ARN =
  /^arn:aws[a-z-]*:bedrock:(?<region>[a-z0-9-]+):\d{12}:guardrail\/[a-z0-9]+:(?<version>[1-9]\d{0,7})$/u;

/** A guardrail that Bedrock puts on every invocation in a Region. */
export interface OrganizationGuardrail {
  /**
   * ARN and version, `arn:aws:bedrock:REGION:ACCOUNT:guardrail/ID:1`. It is the management account's, and its own policy lets
   * every account of the organization use it: calls fail otherwise.
   */
  readonly identifier: string;
  /**
   * Ids of models it is not put on, such as those that only make embeddings.
   * @default - it is put on all of them
   */
  readonly excludedModels?: readonly string[];
}

/**
 * What a caller tags as unguarded is guarded all the same: tags are the caller's word.
 * Source: AWS Organizations user guide, "Amazon Bedrock policy syntax and examples".
 * @throws ConfigurationError `OrganizationGuardrail` that has no number, or is the second of its Region
 */
export function bedrockPolicy(
  scope: IConstruct,
  guardrails: readonly OrganizationGuardrail[],
): PolicyContent {
  const regions = new Map<string, PolicyContent>();
  for (const { identifier, excludedModels = [] } of guardrails) {
    const region = GUARDRAIL_ARN.exec(identifier)?.groups?.['region'];
    const refuse = (message: string) => new ConfigurationError(scope, 'OrganizationGuardrail', message);
    if (region === undefined)
      throw refuse(
        `guardrail '${identifier}' has no number; give an ARN and a version other than DRAFT, such as arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123:1`,
      );
    if (regions.has(region))
      throw refuse(`guardrail '${identifier}' is the second in ${region}; give one for each`);
    regions.set(region, {
      config_1: {
        identifier: { '@@assign': identifier },
        selective_content_guarding: {
          system: { '@@assign': 'comprehensive' },
          messages: { '@@assign': 'comprehensive' },
        },
        ...(excludedModels.length === 0
          ? {}
          : {
              model_enforcement: {
                included_models: { '@@assign': ['ALL'] },
                excluded_models: { '@@assign': excludedModels },
              },
            }),
      },
    });
  }
  return { bedrock: { guardrail_inference: Object.fromEntries(regions) } };
}
