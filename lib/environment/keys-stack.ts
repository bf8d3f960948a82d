import { Duration, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TAGS } from '../contract/tags';
import { ServiceKeys } from '../encryption/service-keys';
import type { Settings } from './settings';

export interface KeysStackProps extends StackProps {
  readonly settings: Settings;
  readonly trailName: string;
}

/** Lives longest: whoever loses these keys loses everything under them. */
export class KeysStack extends Stack {
  readonly keys: ServiceKeys;

  constructor(scope: Construct, id: string, { settings, trailName, ...props }: KeysStackProps) {
    super(scope, id, props);
    this.keys = new ServiceKeys(this, 'Keys', {
      trailName,
      administrators: settings.keys.administrators,
      rotationPeriod: Duration.days(settings.keys.rotationDays),
    });
    Tags.of(this.keys.data).add(TAGS.dataClass, 'PHI');
    Tags.of(this.keys.logs).add(TAGS.dataClass, 'LOG');
    Tags.of(this.keys.audit).add(TAGS.dataClass, 'AUDIT');
    Tags.of(this.keys.alarms).add(TAGS.dataClass, 'AUDIT');
  }
}
