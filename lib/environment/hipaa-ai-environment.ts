import { Stage, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { TAGS } from '../contract/tags';
import { AiStack } from './ai-stack';
import { AuditStack } from './audit-stack';
import { BedrockStack } from './bedrock-stack';
import { GatewayStack } from './gateway-stack';
import { KeysStack } from './keys-stack';
import { meshOf } from './mesh-settings';
import { MeshStack } from './mesh-stack';
import { NetworkStack } from './network-stack';
import type { Settings } from './settings';

export interface HipaaAiEnvironmentProps {
  readonly settings: Settings;
  /** The day approvals of models are judged against, `YYYY-MM-DD`: an input, so that the same input gives the same templates. */
  readonly today: string;
}

/**
 * The whole environment, in stacks by how long they live: keys and the audit record outlive what is decided of models,
 * that outlives the network, and the network what runs in it.
 */
export class HipaaAiEnvironment extends Stage {
  readonly keys: KeysStack;
  readonly audit: AuditStack;
  readonly bedrock: BedrockStack;
  readonly network: NetworkStack;
  readonly ai: AiStack;
  /** Absent where the settings have no gateway. */
  readonly gateway: GatewayStack | undefined;
  /** Absent where the settings have no mesh that is enabled. */
  readonly mesh: MeshStack | undefined;

  constructor(scope: Construct, id: string, { settings, today }: HipaaAiEnvironmentProps) {
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
    this.bedrock = new BedrockStack(this, 'Bedrock', {
      settings,
      today,
      keys,
      accessLogs: this.audit.accessLogs,
      alarmTopic,
      terminationProtection,
    });
    const { models, doors } = this.bedrock;
    this.network = new NetworkStack(this, 'Network', { settings, keys, models, alarmTopic });
    this.ai = new AiStack(this, 'Ai', {
      settings,
      keys,
      envelopeKey,
      models,
      doors,
      network: this.network,
      alarmTopic,
    });
    const { gateway } = settings;
    const { gatewayKeys } = this.keys;
    this.gateway =
      gateway &&
      gatewayKeys &&
      new GatewayStack(this, 'Gateway', {
        settings,
        gateway,
        keys,
        gatewayKeys,
        accessLogs: this.audit.accessLogs,
        workgroup: this.audit.workgroup,
        models,
        network: this.network,
        ai: this.ai,
        alarmTopic,
        terminationProtection,
      });
    const mesh = meshOf(settings);
    this.mesh =
      mesh &&
      new MeshStack(this, 'Mesh', {
        settings,
        mesh,
        keys,
        accessLogs: this.audit.accessLogs,
        network: this.network,
        aliases: { gateway: this.gateway?.gateway.doorAlias, redaction: this.ai.redaction.doorAlias },
        alarmTopic,
        terminationProtection,
      });
    Tags.of(this).add(TAGS.stage, settings.production ? 'production' : 'non-production');
    Tags.of(this).add(TAGS.environment, settings.environment);
  }
}
