import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { GroundingThresholds } from './guardrail-filters';
import { GUARDRAIL_LIMITS as LIMITS } from './guardrail-limits';
import { IDENTIFIER_PATTERNS, type IdentifierPattern } from './guardrail-patterns';
import { RE_IDENTIFICATION, type DeniedTopic } from './guardrail-topics';

/** Source: Bedrock API reference, CreateGuardrail. */
const NAME = /^[0-9a-zA-Z_-]{1,50}$/u;
const TOPIC_NAME = /^[0-9a-zA-Z\-_ !?.]{1,100}$/u;
/** Look-around, named groups and inline flags; back references. */
const BEYOND_BEDROCK = /\(\?[^:]|\\[1-9k]/u;

/** @throws ConfigurationError `GuardrailName` */
export function checkName(scope: IConstruct, name: string): void {
  if (Token.isUnresolved(name) || NAME.test(name)) return;
  throw new ConfigurationError(
    scope,
    'GuardrailName',
    `name is '${name}'; give 1 to 50 letters, digits, '-' and '_'`,
  );
}

/** @throws ConfigurationError `GuardrailGrounding` */
export function checkGrounding(scope: IConstruct, thresholds: GroundingThresholds): void {
  for (const [filter, threshold] of Object.entries(thresholds) as [string, number][]) {
    if (threshold >= 0 && threshold <= LIMITS.highestThreshold) continue;
    throw new ConfigurationError(
      scope,
      'GuardrailGrounding',
      `${filter} is ${threshold}; give a score from 0 to ${LIMITS.highestThreshold}`,
    );
  }
}

/** @throws ConfigurationError `DeniedTopic` */
export function checkTopics(scope: IConstruct, topics: readonly DeniedTopic[]): void {
  const refuse = (message: string): never => {
    throw new ConfigurationError(scope, 'DeniedTopic', message);
  };
  if (topics.length > LIMITS.topics)
    refuse(
      `there are ${topics.length} topics, '${RE_IDENTIFICATION.name}' included; at most ${LIMITS.topics} are taken`,
    );
  const longest = LIMITS.topicDefinitionLength;
  for (const { name, definition, examples = [] } of topics) {
    if (!TOPIC_NAME.test(name))
      refuse(
        `the topic '${name}' has a name Bedrock refuses; give 1 to ${LIMITS.topicNameLength} letters, digits, spaces and any of -_!?.`,
      );
    if (topics.filter((each) => each.name === name).length > 1)
      refuse(`the topic '${name}' is there twice; give each a name of its own`);
    if (!fits(definition, longest))
      refuse(`the definition of '${name}' has ${definition.length} characters; give 1 to ${longest}`);
    if (examples.length > LIMITS.topicExamples)
      refuse(`'${name}' has ${examples.length} examples; give at most ${LIMITS.topicExamples}`);
    const odd = examples.find((example) => !fits(example, LIMITS.topicExampleLength));
    if (odd !== undefined)
      refuse(
        `an example of '${name}' has ${odd.length} characters; give 1 to ${LIMITS.topicExampleLength} each`,
      );
  }
}

/**
 * @param patterns beside those of this library
 * @throws ConfigurationError `IdentifierPattern`
 */
export function checkPatterns(scope: IConstruct, patterns: readonly IdentifierPattern[]): void {
  const refuse = (message: string): never => {
    throw new ConfigurationError(scope, 'IdentifierPattern', message);
  };
  const room = LIMITS.patterns - IDENTIFIER_PATTERNS.length;
  if (patterns.length > room)
    refuse(`there are ${patterns.length} patterns; at most ${room} fit beside those of this library`);
  const names = [...IDENTIFIER_PATTERNS, ...patterns].map(({ name }) => name);
  for (const { name, description, pattern } of patterns) {
    if (!fits(name, LIMITS.patternNameLength) || !fits(description, LIMITS.patternDescriptionLength))
      refuse(
        `the pattern '${name}' needs a name of 1 to ${LIMITS.patternNameLength} and a description of 1 to ${LIMITS.patternDescriptionLength} characters`,
      );
    if (names.filter((each) => each === name).length > 1)
      refuse(`the pattern '${name}' is there twice; give each a name of its own`);
    if (!fits(pattern, LIMITS.patternLength))
      refuse(`the pattern '${name}' has ${pattern.length} characters; give 1 to ${LIMITS.patternLength}`);
    if (BEYOND_BEDROCK.test(pattern))
      refuse(`the pattern '${name}' has look-around, a back reference or a flag; Bedrock takes none of them`);
    if (!compiles(pattern)) refuse(`the pattern '${name}' is no regular expression; correct it`);
  }
}

function fits(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest;
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test('') || true;
  } catch {
    return false;
  }
}
