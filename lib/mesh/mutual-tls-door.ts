import {
  Aws,
  aws_ec2 as ec2,
  aws_elasticloadbalancingv2 as elbv2,
  aws_iam as iam,
  Duration,
  type aws_certificatemanager as acm,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ConfigurationError } from '../errors';
import { doorTargetGroup, type DoorTarget } from './door-target';

/**
 * Policies of TLS 1.2 or 1.3 with AES-GCM alone, in the FIPS module of the load balancer. A name with `FIPS` in it is not enough:
 * others of them go down to TLS 1.0. Source: Elastic Load Balancing user guide, "Security policies".
 */
export const DOOR_TLS_POLICIES = [
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09',
] as const;
export type DoorTlsPolicy = (typeof DOOR_TLS_POLICIES)[number];

/**
 * Where the door's own certificate comes from. ACM cannot issue from a CA in short-lived mode, so it never comes from that of the mesh:
 * `imported` is renewed by you, `public` by ACM and stands in the public logs of certificates, `general-purpose-ca` costs the
 * price of such a CA by the month.
 */
export interface DoorCertificate {
  readonly source: 'general-purpose-ca' | 'imported' | 'public';
  readonly certificate: acm.ICertificate;
}

/** An object that is there when the stack is deployed; Elastic Load Balancing reads it once. */
export interface StoredObject {
  readonly bucket: s3.IBucket;
  readonly key: string;
  /** Version of the object: with a new one the door learns of the change. */
  readonly version: string;
}

export interface MutualTlsDoorProps {
  readonly vpc: ec2.IVpc;
  readonly subnets: ec2.SubnetSelection;
  /** Who may connect at all. */
  readonly callers: readonly ec2.IPeer[];
  readonly certificate: DoorCertificate;
  /** The CAs whose clients are let in, as PEM. */
  readonly trustAnchors: StoredObject;
  /**
   * Revocation lists of these CAs.
   * @default - none: right for CAs whose certificates live for days
   */
  readonly revocations?: readonly StoredObject[];
  /** @default 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04' */
  readonly tlsPolicy?: DoorTlsPolicy;
  readonly target: DoorTarget;
  /** Takes access and connection logs: under SSE-S3, as no other key will do. They hold paths, so a path holds nothing of a patient. */
  readonly logs: s3.IBucket;
  /**
   * Name of the target group, at most 32 letters, digits and hyphens, for whoever has to know its ARN before it is there.
   * @default - a name that CloudFormation chooses
   */
  readonly targetGroupName?: string;
}

const HTTPS = 443;
/** Longer than a function behind the door takes: at the default of a minute callers of a slow model would get 504. */
const IDLE = Duration.seconds(130);
const LOG_PREFIX = 'doors';
/** What a listener in passthrough mode writes. This one never does: whoever sends it wants to be taken for verified. */
const UNVERIFIED_HEADER = 'X-Amzn-Mtls-Clientcert';

/**
 * A way into the mesh for callers outside it: an internal load balancer that takes TLS 1.2 or later with a client certificate of the named
 * CAs, and nothing else. It admits every certificate of these CAs; **who may do what is for the target to decide**, from
 * `X-Amzn-Mtls-Clientcert-Leaf`, as the gateway does.
 *
 * A load balancer has no way to strip a header. Requests that bring the header of unverified certificates are refused here, headers with
 * names that are none are dropped, and a target must refuse a leaf that comes twice.
 * Supports 45 CFR 164.312(d), 164.312(e)(1) and 164.312(b).
 * @throws ConfigurationError `Callers` none; `TlsPolicy` another one
 */
export class MutualTlsDoor extends Construct {
  readonly loadBalancer: elbv2.ApplicationLoadBalancer;
  readonly listener: elbv2.ApplicationListener;
  readonly targetGroup: elbv2.ApplicationTargetGroup;
  readonly trustStore: elbv2.TrustStore;
  readonly securityGroup: ec2.SecurityGroup;

  constructor(scope: Construct, id: string, props: MutualTlsDoorProps) {
    super(scope, id);
    const { vpc, target, tlsPolicy = DOOR_TLS_POLICIES[0] } = props;
    if (props.callers.length === 0)
      throw new ConfigurationError(this, 'Callers', 'there are no callers; name who may connect');
    if (!DOOR_TLS_POLICIES.includes(tlsPolicy)) {
      throw new ConfigurationError(
        this,
        'TlsPolicy',
        `tlsPolicy is '${tlsPolicy}'; choose one of ${DOOR_TLS_POLICIES.join(', ')}`,
      );
    }
    this.securityGroup = this.#securityGroup(props);
    this.trustStore = this.#trustStore(props);
    this.loadBalancer = new elbv2.ApplicationLoadBalancer(this, 'Resource', {
      vpc,
      vpcSubnets: props.subnets,
      internetFacing: false,
      securityGroup: this.securityGroup,
      deletionProtection: true,
      idleTimeout: IDLE,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elbv2.DesyncMitigationMode.STRICTEST,
    });
    this.#log(props.logs);
    this.targetGroup = doorTargetGroup(this, 'Targets', {
      vpc,
      target,
      targetGroupName: props.targetGroupName,
    });
    this.listener = this.loadBalancer.addListener('Listener', {
      port: HTTPS,
      protocol: elbv2.ApplicationProtocol.HTTPS,
      open: false,
      certificates: [props.certificate.certificate],
      sslPolicy: tlsPolicy as elbv2.SslPolicy,
      mutualAuthentication: {
        mutualAuthenticationMode: elbv2.MutualAuthenticationMode.VERIFY,
        trustStore: this.trustStore,
        ignoreClientCertificateExpiry: false,
      },
      defaultTargetGroups: [this.targetGroup],
    });
    this.listener.addAction('RefuseUnverified', {
      priority: 1,
      conditions: [elbv2.ListenerCondition.httpHeader(UNVERIFIED_HEADER, ['*'])],
      action: elbv2.ListenerAction.fixedResponse(403),
    });
  }

  #securityGroup({ vpc, callers, target }: MutualTlsDoorProps): ec2.SecurityGroup {
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Callers with a client certificate',
      allowAllOutbound: false,
    });
    for (const caller of callers) group.addIngressRule(caller, ec2.Port.tcp(HTTPS), 'Callers of the door');
    if ('alias' in target) return group;
    const port = ec2.Port.tcp(target.port);
    group.addEgressRule(target.securityGroup, port, 'To the targets');
    target.securityGroup.addIngressRule(group, port, 'From the door');
    return group;
  }

  #trustStore({ trustAnchors, revocations = [] }: MutualTlsDoorProps): elbv2.TrustStore {
    const store = new elbv2.TrustStore(this, 'TrustStore', { ...trustAnchors });
    if (revocations.length > 0) {
      new elbv2.TrustStoreRevocation(this, 'Revocations', {
        trustStore: store,
        revocationContents: revocations.map((content) => ({
          ...content,
          revocationType: elbv2.RevocationType.CRL,
        })),
      });
    }
    return store;
  }

  /** The L2 asks for a Region at synthesis, for accounts of Elastic Load Balancing that no longer write. */
  #log(bucket: s3.IBucket): void {
    const prefix = `${LOG_PREFIX}/${this.node.addr.slice(-8)}`;
    const admitted = bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: `LoadBalancerLogs${this.node.addr.slice(-8)}`,
        principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
        actions: ['s3:PutObject'],
        // the account in the path is that of the load balancer: others cannot write here
        resources: [bucket.arnForObjects(`${prefix}/AWSLogs/${Aws.ACCOUNT_ID}/*`)],
      }),
    );
    if (admitted.policyDependable) this.loadBalancer.node.addDependency(admitted.policyDependable);
    for (const kind of ['access_logs', 'connection_logs']) {
      this.loadBalancer.setAttribute(`${kind}.s3.enabled`, 'true');
      this.loadBalancer.setAttribute(`${kind}.s3.bucket`, bucket.bucketName);
      this.loadBalancer.setAttribute(`${kind}.s3.prefix`, prefix);
    }
  }
}
