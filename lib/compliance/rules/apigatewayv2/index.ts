import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { cors } from './cors';
import { domainTls } from './domain-tls';
import { noDataTrace } from './no-data-trace';
import { privateIntegrationTls } from './private-integration-tls';
import { routeAuthorized } from './route-authorized';
import { socketLogs } from './socket-logs';

/** In the order of their ids. */
export const apigatewayv2Rules: readonly Rule[] = [
  accessLogs,
  cors,
  domainTls,
  noDataTrace,
  privateIntegrationTls,
  routeAuthorized,
  socketLogs,
];
