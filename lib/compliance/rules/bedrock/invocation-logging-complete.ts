import { finding, unknown, type Observation, type Rule } from '../../rule';
import { isObject, own, type JsonObject } from '../../template/json';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { invocationLog } from './account-setting';
import { judgeOwnLogging, OWN_LOGGING } from './own-invocation-logging';

export const invocationLoggingComplete: Rule = {
  id: 'bedrock-invocation-logging-complete',
  title: 'the log of model invocations has a destination and holds the text',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['ai'],
  why: 'A log without the text of prompts and answers says that a model was called, not what it was told.',
  fix: 'pass cloudWatchConfig or s3Config and textDataDeliveryEnabled true in loggingConfig',
  resourceTypes: ['Custom::AWS', 'AWS::CloudFormation::CustomResource', OWN_LOGGING],
  check(logger) {
    const judged = logger.type === OWN_LOGGING ? judgeOwnLogging(logger) : undefined;
    if (judged) return judged;
    if (!invocationLog.setters(logger.template.assembly).includes(logger)) return 'not-applicable';
    const calls = ['Create', 'Update'].map((name) => logger.property(name));
    const present = calls.filter((call) => call.isPresent);
    if (present.length === 0) return [unknown('Properties', 'what it passes to Bedrock is not written here')];
    return present.flatMap(judgeCall);
  },
};

function judgeCall(call: Property): readonly Observation[] {
  const texts = call.texts();
  const hidden = call.values.some(({ kind }) => kind === 'unknown');
  return [
    ...(hidden ? [unknown(call.path, 'cannot be read')] : []),
    ...texts.flatMap((text) => {
      const config = configIn(text);
      return config
        ? judgeConfig(call.path, config)
        : [unknown(call.path, 'passes no loggingConfig that can be read')];
    }),
  ];
}

function judgeConfig(path: string, config: JsonObject): readonly Observation[] {
  const text = own(config, 'textDataDeliveryEnabled');
  const hasDestination = ['cloudWatchConfig', 's3Config'].some((name) => isObject(own(config, name)));
  return [
    ...(text === undefined || isTrue(text) ? [] : [finding(path, 'switches textDataDeliveryEnabled off')]),
    ...(hasDestination ? [] : [finding(path, 'names neither cloudWatchConfig nor s3Config')]),
  ];
}

function configIn(text: string): JsonObject | undefined {
  const parameters = invocationLog.parametersIn(text);
  const config = parameters && own(parameters, 'loggingConfig');
  return isObject(config) ? config : undefined;
}
