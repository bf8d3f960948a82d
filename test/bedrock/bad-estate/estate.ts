import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aws_logs as logs, aws_sns as sns, CfnResource, Stack, Tags, type App } from 'aws-cdk-lib';
import { RULES } from '../../../lib/compliance/rules/registry';
import { readAssembly } from '../../../lib/compliance/template/read-assembly';
import { TAGS } from '../../../lib/contract/tags';
import { ServiceKeys } from '../../../lib/encryption/service-keys';
import { LogDataProtection } from '../../../lib/redaction/log-data-protection';
import { testApp } from '../../support/synthesize';
import { EstateKnowledge } from './estate-knowledge';
import { EstateLake } from './estate-lake';
import { EstateModels } from './estate-models';
import { EstateNetwork } from './estate-network';
import { judgedOnTheDay } from '../../support/judge-template';

const MODEL_ARNS = [
  'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
  'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0',
];

/** A governed Bedrock estate of our constructs and of CDK's, in which faults can be made as people make them. */
export class Estate {
  readonly stack: Stack;
  readonly network: EstateNetwork;
  readonly models: EstateModels;
  readonly knowledge: EstateKnowledge;
  readonly lake: EstateLake;
  readonly #app: App;
  readonly #outdir = mkdtempSync(path.join(tmpdir(), 'estate-'));

  constructor() {
    this.#app = testApp(this.#outdir);
    this.stack = new Stack(this.#app, 'Estate', { env: { region: 'us-east-1' } });
    const keys = new ServiceKeys(this.stack, 'Keys', { trailName: 'estate' });
    const alarmTopic = sns.Topic.fromTopicArn(this.stack, 'Told', 'arn:aws:sns:us-east-1:111122223333:told');
    const logRetention = logs.RetentionDays.SIX_YEARS;
    this.network = new EstateNetwork(this.stack, 'Network', {
      keys,
      logRetention,
      alarmTopic,
      modelArns: MODEL_ARNS,
    });
    this.models = new EstateModels(this.stack, 'Models', {
      keys,
      place: { functionKey: keys.data.key, logKey: keys.logs.key, logRetention, alarmTopic },
      endpoint: this.network.endpoints.bedrockRuntime,
    });
    this.knowledge = new EstateKnowledge(this.stack, 'Knowledge', this.models);
    this.lake = new EstateLake(this.stack, 'Lake', { keys, accessLogs: this.models.accessLogs });
    Tags.of(this.stack).add(TAGS.stage, 'production');
    const logGroups = this.stack.node.findAll().filter((each) => each instanceof logs.LogGroup);
    new LogDataProtection(this.stack, 'Protection', { logGroups });
  }

  /** What every rule there is finds, or cannot tell: `<rule> <construct path>`, each once. */
  findings(): ReadonlySet<string> {
    try {
      const assembly = readAssembly(this.#app.synth().directory);
      const paths = new Map(
        this.stack.node
          .findAll()
          .flatMap((each) =>
            CfnResource.isCfnResource(each)
              ? [
                  [
                    String(this.stack.resolve(each.logicalId)),
                    each.node.path.slice('Estate/'.length),
                  ] as const,
                ]
              : [],
          ),
      );
      return new Set(
        judgedOnTheDay(assembly, RULES).flatMap(({ rule, resource, verdict, crashed }) => {
          if (crashed) throw new Error(`${rule.id} failed on ${resource.logicalId}`);
          return verdict === 'finding' || verdict === 'unknown'
            ? [`${rule.id} ${paths.get(resource.logicalId) ?? resource.logicalId}`]
            : [];
        }),
      );
    } finally {
      rmSync(this.#outdir, { recursive: true, force: true });
    }
  }
}
