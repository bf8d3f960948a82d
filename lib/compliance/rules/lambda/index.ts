import type { Rule } from '../../rule';
import { codeSigning } from './code-signing';
import { customerKey } from './customer-key';
import { deadLetterQueue } from './dead-letter-queue';
import { durableRetention } from './durable-retention';
import { environmentEncrypted } from './environment-encrypted';
import { eventSourceAuthenticated } from './event-source-authenticated';
import { eventSourceLogged } from './event-source-logged';
import { inVpc } from './in-vpc';
import { layersTrusted } from './layers-trusted';
import { logGroupDeclared } from './log-group-declared';
import { notPublic } from './not-public';
import { permissionAction } from './permission-action';
import { permissionNamesPrincipal } from './permission-names-principal';
import { permissionOrganization } from './permission-organization';
import { permissionSource } from './permission-source';
import { permissionSourceArn } from './permission-source-arn';
import { reservedConcurrency } from './reserved-concurrency';
import { roleMayLog } from './role-may-log';
import { runtimeSupported } from './runtime-supported';
import { runtimeUpdates } from './runtime-updates';
import { tracing } from './tracing';
import { urlCors } from './url-cors';

/** In the order of their ids. */
export const lambdaRules: readonly Rule[] = [
  codeSigning,
  customerKey,
  deadLetterQueue,
  durableRetention,
  environmentEncrypted,
  eventSourceAuthenticated,
  eventSourceLogged,
  inVpc,
  layersTrusted,
  logGroupDeclared,
  notPublic,
  permissionAction,
  permissionNamesPrincipal,
  permissionOrganization,
  permissionSource,
  permissionSourceArn,
  reservedConcurrency,
  roleMayLog,
  runtimeSupported,
  runtimeUpdates,
  tracing,
  urlCors,
];
