import type { Rule } from '../../rule';
import { apiDestinationTls } from './api-destination-tls';
import { archiveRetained } from './archive-retained';
import { busLogged } from './bus-logged';
import { busNotPublic } from './bus-not-public';
import { connectionValuesSecret } from './connection-values-secret';
import { customerKey } from './customer-key';
import { deadLetterQueue } from './dead-letter-queue';
import { noDetailInLogs } from './no-detail-in-logs';

/** In the order of their ids. */
export const eventsRules: readonly Rule[] = [
  apiDestinationTls,
  archiveRetained,
  busLogged,
  busNotPublic,
  connectionValuesSecret,
  customerKey,
  deadLetterQueue,
  noDetailInLogs,
];
