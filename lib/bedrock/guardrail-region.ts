import { Aws } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';

/** A guardrail profile that Bedrock defines: to which Regions text may go to be judged. */
export interface GuardrailCrossRegion {
  /** Such as `us.guardrail.v1:0`: a geography, then the version; no `global`. */
  readonly profileId: string;
  /** Every Region to which the profile may send text, the own one included. Source: Bedrock user guide, "Supported Regions for cross-Region guardrail inference". */
  readonly destinationRegions: readonly string[];
  /** Regions in which protected health information may be processed; the destinations must be among them. */
  readonly allowedRegions: readonly string[];
}

const PROFILE_ID = /^(?<geography>[a-z-]+)\.guardrail\.v\d+:\d+$/u;

/** @throws ConfigurationError `GuardrailRegions` */
export function checkCrossRegion(scope: IConstruct, given: GuardrailCrossRegion): void {
  const { profileId, destinationRegions, allowedRegions } = given;
  const refuse = (message: string): never => {
    throw new ConfigurationError(
      scope,
      'GuardrailRegions',
      `the guardrail profile '${profileId}' ${message}`,
    );
  };
  const geography = PROFILE_ID.exec(profileId)?.groups?.['geography'];
  if (geography === undefined) refuse('is none that Bedrock defines; give one such as us.guardrail.v1:0');
  if (geography === 'global') refuse('may judge in any Region; use one of a geography');
  if (destinationRegions.length === 0)
    refuse('is without destinations; list each Region it may send text to');
  const astray = destinationRegions.filter((region) => !allowedRegions.includes(region));
  if (astray.length > 0)
    refuse(`may judge in ${astray.join(', ')}; allowed are ${allowedRegions.join(', ') || 'none'}`);
}

/** The profile as a guardrail names it. */
export function profileArn(profileId: string, region: string = Aws.REGION): string {
  return `arn:${Aws.PARTITION}:bedrock:${region}:${Aws.ACCOUNT_ID}:guardrail-profile/${profileId}`;
}

/** The profile in each Region that may judge, as callers are asked for it. */
export function profileArns({ profileId, destinationRegions }: GuardrailCrossRegion): readonly string[] {
  return destinationRegions.map((region) => profileArn(profileId, region));
}
