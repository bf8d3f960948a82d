import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';
import { accepts, surelyHas } from '../cloudformation/members';
import { LISTENER } from './listener';

/** Of network load balancers: what passes through them is encrypted, or not, between client and server. */
const PASSED_THROUGH: readonly unknown[] = ['TCP', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC'];
const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS'];

export const tlsListeners: Rule = {
  id: 'elasticloadbalancingv2-tls-listeners',
  title: 'load balancers take encrypted connections, and send plain ones to them',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'What a client sends to a plain listener can be read by everybody on the way.',
  fix: 'set Protocol to HTTPS or TLS; let a listener on port 80 redirect to HTTPS as its only action',
  resourceTypes: [LISTENER],
  check(listener) {
    const protocol = listener.property('Protocol');
    const port = listener.property('Port');
    const isSafe = accepts(
      protocol,
      (value) => ENCRYPTED.includes(upper(value)) || PASSED_THROUGH.includes(upper(value)),
    );
    if (isSafe === true) return [];
    // without Protocol a load balancer takes it from the port
    const isPort443 = accepts(
      port,
      (value) => numberOf(typeof value === 'string' ? value : Number(value)) === 443,
    );
    if (protocol.values.every(({ kind }) => kind === 'absent') && isPort443 === true) return [];
    const redirects = surelyHas(listener.property('DefaultActions'), redirectsToHttps);
    if (redirects === true) return [];
    return [
      isSafe === undefined || redirects === undefined
        ? unknown(protocol.path, 'cannot be read in full; it must be HTTPS or TLS, or redirect there')
        : finding(protocol.path, 'must be HTTPS or TLS, or the default action must redirect to HTTPS'),
    ];
  },
};

/** A redirect keeps the protocol of the request unless it names another. */
function redirectsToHttps(action: Property): boolean | undefined {
  const answers = [
    accepts(action.at('Type'), (type) => type === 'redirect'),
    accepts(action.at('RedirectConfig.Protocol'), (value) => upper(value) === 'HTTPS'),
  ];
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function upper(value: unknown): unknown {
  return typeof value === 'string' ? value.toUpperCase() : value;
}
