import type { Rule } from '../../rule';
import { brokerCustomerKey } from './broker-customer-key';
import { brokerDirectory } from './broker-directory';
import { brokerLogged } from './broker-logged';
import { brokerMinorUpgrades } from './broker-minor-upgrades';
import { brokerNotPublic } from './broker-not-public';
import { brokerRetained } from './broker-retained';
import { brokerSecret } from './broker-secret';
import { brokerStandby } from './broker-standby';
import { brokerSubnets } from './broker-subnets';

/** In the order of their ids. */
export const amazonmqRules: readonly Rule[] = [
  brokerCustomerKey,
  brokerDirectory,
  brokerLogged,
  brokerMinorUpgrades,
  brokerNotPublic,
  brokerRetained,
  brokerSecret,
  brokerStandby,
  brokerSubnets,
];
