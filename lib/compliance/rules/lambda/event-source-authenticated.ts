import { finding, unknown, type Rule } from '../../rule';
import { accepts, surelyHas } from '../cloudformation/members';

/** Kinds of access that prove who Lambda is. Source: Lambda API reference, SourceAccessConfiguration. */
const PROOFS: readonly unknown[] = [
  'BASIC_AUTH',
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
];

export const eventSourceAuthenticated: Rule = {
  id: 'lambda-event-source-authenticated',
  title: 'functions sign in to the Kafka clusters they read, over TLS',
  severity: 'error',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Without credentials Lambda speaks to a self-managed cluster in plaintext, and so may anybody in its network.',
  fix: 'add SourceAccessConfigurations with SASL_SCRAM_512_AUTH or CLIENT_CERTIFICATE_TLS_AUTH',
  resourceTypes: ['AWS::Lambda::EventSourceMapping'],
  check(mapping) {
    if (!mapping.property('SelfManagedEventSource').isPresent) return 'not-applicable';
    const access = mapping.property('SourceAccessConfigurations');
    const proves = surelyHas(access, (each) => accepts(each.at('Type'), (type) => PROOFS.includes(type)));
    if (proves === true) return [];
    return [
      proves === false
        ? finding(access.path, 'has no credentials for the cluster')
        : unknown(access.path, 'cannot be read; it must have credentials for the cluster'),
    ];
  },
};
