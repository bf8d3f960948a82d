import type { Rule } from '../../rule';
import { destinationCustomerKey } from './destination-customer-key';
import { destinationHttps } from './destination-https';
import { destinationInVpc } from './destination-in-vpc';
import { destinationLogged } from './destination-logged';
import { destinationSecret } from './destination-secret';
import { sourcePrivate } from './source-private';
import { streamCustomerKey } from './stream-customer-key';
import { streamEncrypted } from './stream-encrypted';

/** In the order of their ids. */
export const kinesisfirehoseRules: readonly Rule[] = [
  destinationCustomerKey,
  destinationHttps,
  destinationInVpc,
  destinationLogged,
  destinationSecret,
  sourcePrivate,
  streamCustomerKey,
  streamEncrypted,
];
