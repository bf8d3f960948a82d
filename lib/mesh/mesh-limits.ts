import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import type { MeshNode } from './bootstrap/mesh-node';

/** Hours: a tenth of what a certificate has left when it is replaced, and then some. */
const LONGEST_CONNECTION = Duration.hours(12);
const SHORTEST_CONNECTION = Duration.minutes(1);
/** Privileged, Envoy's own, and those at which peers are found. */
const isTaken = (port: number) =>
  port < 1024 || port > 65_535 || port === 8443 || (port >= 9001 && port <= 9100);

export interface MeshLimitsProps {
  readonly appPort?: number;
  readonly connectionDuration?: Duration;
  readonly requestTimeout?: Duration;
}

/** What of a service's settings its Envoy is told. */
export function meshLimits(
  scope: Construct,
  props: MeshLimitsProps,
): Pick<MeshNode, 'appPort' | 'connectionSeconds' | 'requestSeconds'> {
  const { appPort = 8080 } = props;
  if (!Number.isInteger(appPort) || isTaken(appPort)) {
    throw new ConfigurationError(
      scope,
      'AppPort',
      `appPort is ${appPort}; give one from 1024 on that is neither 8443 nor from 9001 to 9100`,
    );
  }
  const connection = props.connectionDuration ?? Duration.hours(1);
  const seconds = connection.toSeconds();
  if (seconds < SHORTEST_CONNECTION.toSeconds() || seconds > LONGEST_CONNECTION.toSeconds()) {
    throw new ConfigurationError(
      scope,
      'ConnectionDuration',
      `connectionDuration is ${connection.toHumanString()}; give ${SHORTEST_CONNECTION.toHumanString()} to ${LONGEST_CONNECTION.toHumanString()}: a connection must end before its certificate does`,
    );
  }
  const request = props.requestTimeout ?? Duration.minutes(5);
  return { appPort, connectionSeconds: seconds, requestSeconds: request.toSeconds() };
}
