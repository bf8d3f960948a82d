import type { Rule } from '../../rule';
import { destinationCustomerKey } from './destination-customer-key';
import { destinationHttps } from './destination-https';
import { destinationLogged } from './destination-logged';
import { destinationSecret } from './destination-secret';
import { streamCustomerKey } from './stream-customer-key';
import { streamEncrypted } from './stream-encrypted';

/** In the order of their ids. */
export const kinesisfirehoseRules: readonly Rule[] = [
  destinationCustomerKey,
  destinationHttps,
  destinationLogged,
  destinationSecret,
  streamCustomerKey,
  streamEncrypted,
];
