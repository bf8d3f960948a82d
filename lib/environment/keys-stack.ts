import { Duration, Stack, Tags, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TAGS } from '../contract/tags';
import { EnvelopeKey } from '../encryption/envelope-key';
import { ServiceKeys } from '../encryption/service-keys';
import { TenantKeyStore } from '../encryption/tenant-key-store';
import type { Settings } from './settings';

export interface KeysStackProps extends StackProps {
  readonly settings: Settings;
  readonly trailName: string;
}

/** Lives longest: whoever loses these keys loses everything under them. */
export class KeysStack extends Stack {
  readonly keys: ServiceKeys;
  readonly envelopeKey: EnvelopeKey;
  /** Absent where every message has a data key of its own. */
  readonly tenantKeyStore: TenantKeyStore | undefined;

  constructor(scope: Construct, id: string, { settings, trailName, ...props }: KeysStackProps) {
    super(scope, id, props);
    const { tenantKeys } = settings;
    const { administrators, rotationDays } = settings.keys;
    const rotationPeriod = Duration.days(rotationDays);
    this.keys = new ServiceKeys(this, 'Keys', { trailName, administrators, rotationPeriod });
    this.envelopeKey = new EnvelopeKey(this, 'Envelope', {
      administrators,
      rotationPeriod,
      ...(tenantKeys
        ? { logicalKeyStoreName: tenantKeys.logicalKeyStoreName ?? `hipaa-ai-${settings.environment}` }
        : {}),
    });
    this.tenantKeyStore =
      tenantKeys &&
      new TenantKeyStore(this, 'TenantKeys', {
        envelopeKey: this.envelopeKey,
        encryptionKey: this.keys.data.key,
        pointInTimeRecovery: tenantKeys.pointInTimeRecovery,
      });
    for (const phi of [this.envelopeKey, this.tenantKeyStore])
      if (phi) Tags.of(phi).add(TAGS.dataClass, settings.dataClass);
    for (const key of [this.keys.data, this.keys.prompts])
      Tags.of(key).add(TAGS.dataClass, settings.dataClass);
    Tags.of(this.keys.logs).add(TAGS.dataClass, 'LOG');
    Tags.of(this.keys.audit).add(TAGS.dataClass, 'AUDIT');
    Tags.of(this.keys.alarms).add(TAGS.dataClass, 'AUDIT');
  }
}
