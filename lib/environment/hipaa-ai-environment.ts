import { Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TAGS } from '../contract/tags';
import { AiStack } from './ai-stack';
import { AuditStack } from './audit-stack';
import { KeysStack } from './keys-stack';
import { NetworkStack } from './network-stack';
import type { Settings } from './settings';

/**
 * The whole environment, in four stacks by how long they live: keys and the audit record outlive the network, which
 * outlives what runs in it.
 */
export class HipaaAiEnvironment extends Stage {
  readonly keys: KeysStack;
  readonly audit: AuditStack;
  readonly network: NetworkStack;
  readonly ai: AiStack;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      env: { region: settings.region, ...(settings.account ? { account: settings.account } : {}) },
    });
    const trailName = `hipaa-ai-${settings.environment}`;
    const terminationProtection = settings.production;
    this.keys = new KeysStack(this, 'Keys', { settings, trailName, terminationProtection });
    const { keys, envelopeKey } = this.keys;
    this.audit = new AuditStack(this, 'Audit', {
      settings,
      trailName,
      keys,
      envelopeKey,
      terminationProtection,
    });
    const alarmTopic = this.audit.alarms.topic;
    this.network = new NetworkStack(this, 'Network', { settings, keys, alarmTopic });
    this.ai = new AiStack(this, 'Ai', { settings, keys, envelopeKey, network: this.network, alarmTopic });
    Tags.of(this).add(TAGS.environment, settings.environment);
  }
}
