import { aws_iam as iam, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DATA_RETENTION_MODE } from '../contract/account-settings';
import { ConfigurationError } from '../errors';
import { AccountSetting, type AccountSettingPlace } from './account-setting';

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d+$/u;

export interface DataRetentionModeProps extends AccountSettingPlace {
  /**
   * Regions in which models may be called, destinations of cross-Region inference included: what is retained is retained
   * where the model runs.
   * @default - the Region of the stack
   */
  readonly regions?: readonly string[];
}

/**
 * Bedrock's data retention mode `none` for the account, in each Region that is allowed: AWS keeps no prompt and no answer
 * and hands none to whoever made a model, and a model that needs them kept is refused. Checked on a schedule.
 *
 * It stays when the resource goes, when a Region leaves the list, and when a deployment is rolled back: this construct can
 * set no other mode, and neither can the role of its function. It does not see modes of projects of `bedrock-mantle`, which
 * take precedence; deny that endpoint. Supports 45 CFR 164.502(b), 164.502(e) and 164.310(d)(2)(i).
 * Source: Bedrock user guide, "Data retention"; API reference, PutAccountDataRetention.
 * @throws ConfigurationError `DataRetentionRegions` that are none or no names of Regions; `CheckEvery`
 */
export class DataRetentionMode extends Construct {
  readonly setting: AccountSetting;

  constructor(scope: Construct, id: string, props: DataRetentionModeProps) {
    super(scope, id);
    const { regions: given = [Stack.of(this).region], ...place } = props;
    const regions = [...new Set(given)].toSorted();
    const odd = regions.find((region) => !Token.isUnresolved(region) && !REGION.test(region));
    if (regions.length === 0 || odd !== undefined) {
      throw new ConfigurationError(
        this,
        'DataRetentionRegions',
        `regions ${odd === undefined ? 'is empty' : `holds '${odd}'`}; give names of Regions such as us-east-1`,
      );
    }
    const inRegions = { 'aws:RequestedRegion': regions };
    this.setting = new AccountSetting(this, 'Setting', {
      ...place,
      resourceType: DATA_RETENTION_MODE.resourceType,
      bundle: 'data-retention-mode',
      what: 'the data retention mode of Bedrock',
      properties: { Mode: DATA_RETENTION_MODE.mode, Regions: regions },
      // neither call knows a resource
      statements: [
        new iam.PolicyStatement({
          sid: 'ReadTheMode',
          actions: ['bedrock:GetAccountDataRetention'],
          resources: ['*'],
          conditions: { StringEquals: inRegions },
        }),
        new iam.PolicyStatement({
          sid: 'SetNoOtherModeThanNone',
          actions: ['bedrock:PutAccountDataRetention'],
          resources: ['*'],
          conditions: {
            StringEquals: { ...inRegions, 'bedrock:DataRetentionMode': DATA_RETENTION_MODE.mode },
          },
        }),
      ],
    });
  }
}
