import type { aws_ec2 as ec2, aws_iam as iam } from 'aws-cdk-lib';

/** Who a service is, and how its certificate agent learns of it: what a `MeshIdentity` gives. */
export interface IServiceIdentity {
  /** Name of the service, such as `redaction`. */
  readonly service: string;
  /** `spiffe://<trust domain>/service/<name>`. */
  readonly spiffeId: string;
  /** Environment of the agent: where certificate, trust anchors and pins are. */
  readonly variables: Readonly<Record<string, string>>;
  /** Lets the agent read them. */
  grantRead(grantee: iam.IGrantable): void;
}

/** Somebody that may be allowed to call: a `MeshService`, or a function that uses the mutual-TLS client with an identity of its own. */
export interface IMeshCaller {
  readonly identity: IServiceIdentity;
  /** Of the caller; the way out to the service is added to it. */
  readonly securityGroup: ec2.ISecurityGroup;
}

/** A load balancer with mutual TLS that services of the mesh call: what a `MeshDoor` is. */
export interface IMeshDoor {
  /** Name in the mesh, such as `ai-gateway`. */
  readonly doorName: string;
  /** DNS name, which its certificate names. */
  readonly host: string;
  /** PEM of the authorities that vouch for its certificate. */
  readonly anchors: string;
  /** Of the load balancer; it lets the callers in itself. */
  readonly securityGroup: ec2.ISecurityGroup;
}
