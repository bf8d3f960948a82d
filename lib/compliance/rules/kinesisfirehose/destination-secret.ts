import type { Observation, Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';
import { requireHidden } from './secret-text';

const SECRETS = [
  'RedshiftDestinationConfiguration.Password',
  'SplunkDestinationConfiguration.HECToken',
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
  'SnowflakeDestinationConfiguration.PrivateKey',
  'SnowflakeDestinationConfiguration.KeyPassphrase',
];
/** An endpoint may ask for no key, and a key need no passphrase. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'HttpEndpointDestinationConfiguration.EndpointConfiguration.AccessKey',
  'SnowflakeDestinationConfiguration.KeyPassphrase',
]);

export const destinationSecret: Rule = {
  id: 'kinesisfirehose-destination-secret',
  title: 'delivery streams hold no secret of their destination',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A password in a template is readable by everybody who may see the stack, for as long as the stack has a history.',
  fix: 'set SecretsManagerConfiguration, or use a dynamic reference to Secrets Manager',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    return SECRETS.flatMap((path) => {
      const missing = OPTIONAL.has(path) ? [] : missingSecret(stream, path);
      return missing.length > 0 ? missing : requireHidden(stream, path);
    });
  },
};

/** A destination that is there has its secret, or a secret of Secrets Manager. */
function missingSecret(stream: Resource, path: string): readonly Observation[] {
  const [name = '', secret = ''] = path.split('.');
  return stream
    .property(name)
    .alternatives()
    .filter((each) => each.isPresent && each.at(secret).values.some(({ kind }) => kind === 'absent'))
    .flatMap((each) =>
      requireAny(
        `${each.path}.${secret}`,
        [
          accepts(
            each.at('SecretsManagerConfiguration.Enabled'),
            (value) => value === true || value === 'true',
          ),
        ],
        'must be given by SecretsManagerConfiguration',
      ),
    );
}
