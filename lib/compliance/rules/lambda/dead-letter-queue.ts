import { requireSet } from '../cloudformation/set';
import type { Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const invocations = companions(
  ['AWS::Lambda::EventInvokeConfig'],
  (config) => config.property('FunctionName'),
  'FunctionName',
);

export const deadLetterQueue: Rule = {
  id: 'lambda-dead-letter-queue',
  title: 'events that a function could not handle are kept',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'After two retries Lambda throws an asynchronous event away, and with it the record it carried.',
  fix: 'set DeadLetterConfig.TargetArn, or OnFailure in an AWS::Lambda::EventInvokeConfig',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const kept = invocations(lambda).some((config) =>
      config
        .property('DestinationConfig.OnFailure.Destination')
        .values.every(({ kind }) => kind !== 'absent' && kind !== 'unknown'),
    );
    return kept
      ? []
      : requireSet(lambda.property('DeadLetterConfig.TargetArn'), 'must name a queue or topic');
  },
};
