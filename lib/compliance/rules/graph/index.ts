import type { Rule } from '../../rule';
import { apiThroughEndpoint } from './api-through-endpoint';
import { auditRecordBeyondReach } from './audit-record-beyond-reach';
import { auditRecordRead } from './audit-record-read';
import { dataInPrivateSubnets } from './data-in-private-subnets';
import { databaseNotBehindPublicDoor } from './database-not-behind-public-door';
import { grantInOneZone } from './grant-in-one-zone';
import { guardrailBeyondReach } from './guardrail-beyond-reach';
import { keyServesOneDataClass } from './key-serves-one-data-class';
import { modelThroughEndpoint } from './model-through-endpoint';
import { principalInOneZone } from './principal-in-one-zone';
import { routeInOneZone } from './route-in-one-zone';
import { zoneCrossingRecorded } from './zone-crossing-recorded';

/** In the order of their ids. */
export const graphRules: readonly Rule[] = [
  apiThroughEndpoint,
  auditRecordBeyondReach,
  auditRecordRead,
  dataInPrivateSubnets,
  databaseNotBehindPublicDoor,
  grantInOneZone,
  guardrailBeyondReach,
  keyServesOneDataClass,
  modelThroughEndpoint,
  principalInOneZone,
  routeInOneZone,
  zoneCrossingRecorded,
];
