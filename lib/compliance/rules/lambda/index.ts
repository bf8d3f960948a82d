import type { Rule } from '../../rule';
import { codeSigning } from './code-signing';
import { customerKey } from './customer-key';
import { deadLetterQueue } from './dead-letter-queue';
import { environmentEncrypted } from './environment-encrypted';
import { eventSourceAuthenticated } from './event-source-authenticated';
import { inVpc } from './in-vpc';
import { layersTrusted } from './layers-trusted';
import { logGroupDeclared } from './log-group-declared';
import { notPublic } from './not-public';
import { permissionAction } from './permission-action';
import { permissionNamesPrincipal } from './permission-names-principal';
import { permissionSource } from './permission-source';
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
  environmentEncrypted,
  eventSourceAuthenticated,
  inVpc,
  layersTrusted,
  logGroupDeclared,
  notPublic,
  permissionAction,
  permissionNamesPrincipal,
  permissionSource,
  reservedConcurrency,
  roleMayLog,
  runtimeSupported,
  runtimeUpdates,
  tracing,
  urlCors,
];
