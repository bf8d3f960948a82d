/** A piece of Envoy configuration, as JSON: the names are those of Envoy's v3 API. */
export type Config = Readonly<Record<string, unknown>>;

/**
 * An extension: its well-known name, and its configuration marked with its type.
 * @param message full name of the message below `envoy.extensions`
 */
export function extension(name: string, message: string, fields: Config = {}): Config {
  return { name, typed_config: typed(message, fields) };
}

/** A message where any may stand. */
export function typed(message: string, fields: Config = {}): Config {
  return { '@type': `type.googleapis.com/envoy.extensions.${message}`, ...fields };
}

/** A span of time as Envoy writes it. */
export function seconds(count: number): string {
  return `${count}s`;
}

/** An address of IPv4 and a port. */
export function socketAddress(address: string, port: number): Config {
  return { socket_address: { address, port_value: port } };
}

export const LOOPBACK = '127.0.0.1';

/**
 * Requests that share a connection of HTTP/2. A caller that does not know the number begins more, and they are refused; so both
 * ends of a mesh are told, and a caller opens another connection.
 */
export const STREAMS = 100;
