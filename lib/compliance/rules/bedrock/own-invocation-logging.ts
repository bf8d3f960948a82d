import { INVOCATION_LOGGING } from '../../../contract/account-settings';
import type { Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { observe, requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';
import { isSet } from '../cloudformation/set';

/** The custom resource of `InvocationLogging`. Others may use the name too, and need not use our properties. */
export const OWN_LOGGING = INVOCATION_LOGGING.resourceType;

/** Judges the configuration as `InvocationLogging` writes it; undefined where it is not written so. */
export function judgeOwnLogging(logger: Resource): readonly Observation[] | undefined {
  const config = logger.property('LoggingConfig');
  if (!config.isPresent) return undefined;
  const text = config.at('textDataDeliveryEnabled');
  const destinations = ['cloudWatchConfig', 's3Config'].map((name) => isSet(config.at(name)));
  return [
    ...observe(
      accepts(
        text,
        (value) => value === undefined || value === true || (typeof value === 'string' && isTrue(value)),
      ),
      text.path,
      'must be true',
    ),
    ...requireAny(config.path, destinations, 'must name cloudWatchConfig or s3Config'),
  ];
}
