import { surelyDenies } from '../policy/statement';
import { catchesAllWithoutTls } from '../policy/tls';
import type { Rule } from '../rule';
import { tlsOnly as fileSystemTlsOnly } from '../rules/efs/tls-only';
import { https as domainHttps } from '../rules/opensearchservice/https';
import { bucketTlsOnly } from '../rules/s3/bucket-tls-only';
import { topicTlsOnly } from '../rules/sns/topic-tls-only';
import { queueTlsOnly } from '../rules/sqs/queue-tls-only';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { textOf } from '../template/value';
import type { Flow } from './network-map';
import type { End } from './ids';
import { seenBy } from './seen';

export type InTransit = Pick<Flow, 'encryption' | 'encryptedBy'>;

export const UNKNOWN: InTransit = { encryption: 'unknown' };

/** Rules that tell whether a resource answers without TLS. */
const TLS_ONLY: ReadonlyMap<string, Rule> = new Map([
  ['AWS::S3::Bucket', bucketTlsOnly],
  ['AWS::SNS::Topic', topicTlsOnly],
  ['AWS::SQS::Queue', queueTlsOnly],
  ['AWS::EFS::FileSystem', fileSystemTlsOnly],
  ['AWS::OpenSearchService::Domain', domainHttps],
]);
const answers = new WeakMap<Resource, InTransit>();

/** Whether one of the two ends refuses what is not encrypted. */
export function betweenEnds(...ends: readonly End[]): InTransit {
  for (const end of ends) {
    const answer = typeof end === 'string' ? UNKNOWN : refusal(end);
    if (answer.encryption === 'tls') return answer;
  }
  return UNKNOWN;
}

function refusal(resource: Resource): InTransit {
  const rule = TLS_ONLY.get(resource.type);
  if (!rule) return UNKNOWN;
  const known = answers.get(resource);
  if (known) return known;
  const seen = seenBy(rule, resource);
  const answer: InTransit =
    Array.isArray(seen) && seen.length === 0
      ? { encryption: 'tls', encryptedBy: `${resource.logicalId} refuses requests without TLS (${rule.id})` }
      : UNKNOWN;
  answers.set(resource, answer);
  return answer;
}

/** Whether the policy of an endpoint refuses requests without TLS. */
export function throughEndpoint(endpoint: Resource): InTransit {
  const denies = surelyDenies(endpoint.property('PolicyDocument'), endpoint.template, catchesAllWithoutTls);
  return denies === true
    ? { encryption: 'tls', encryptedBy: 'the policy of the endpoint refuses requests without TLS' }
    : UNKNOWN;
}

const ENCRYPTED = /^(?:https|tls|ssl|sftp|ftps|wss|https-only|redirect-to-https)$/iu;
const PLAIN = /^(?:http|ftp|ws|allow-all|email|email-json|sms)$/iu;

/** What the protocol of a listener, viewer or subscription says. */
export function byProtocol(protocol: Property, of: string): InTransit {
  const said = protocol.values.map((value) => textOf(value) ?? '');
  const encryptedBy = `protocol of the ${of}: ${[...new Set(said)].join(' or ')}`;
  if (said.length > 0 && said.every((text) => ENCRYPTED.test(text)))
    return { encryption: 'tls', encryptedBy };
  return said.some((text) => PLAIN.test(text)) ? { encryption: 'none', encryptedBy } : UNKNOWN;
}
