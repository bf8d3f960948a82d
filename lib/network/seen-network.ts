import { aws_ec2 as ec2, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Ranges that mean everybody. */
const EVERYWHERE: readonly (string | undefined)[] = ['0.0.0.0/0', '::/0'];

/**
 * What the construct tree shows of a VPC somebody else made. It compares references as they are written, so it sees what
 * was built in this app, in whichever stack, and nothing of what was imported by its id.
 */
export class SeenNetwork {
  readonly #tree: readonly IConstruct[];

  constructor(
    private readonly vpc: ec2.IVpc,
    private readonly subnets: readonly ec2.ISubnet[],
  ) {
    this.#tree = vpc.node.root.node.findAll();
  }

  /** False for a VPC that was imported or looked up. */
  get isBuiltHere(): boolean {
    return this.#all(isVpc).some(({ ref }) => ref === this.vpc.vpcId);
  }

  /** Ways from the subnets to the internet, each with the steps it takes. */
  waysOut(): readonly string[] {
    const transit = new Set(this.#all(isVpnGateway).map(({ ref }) => ref));
    return this.subnets.flatMap((subnet) =>
      this.#all(isRoute)
        .filter(({ routeTableId }) => routeTableId === subnet.routeTable.routeTableId)
        .flatMap((route) => {
          const gateway = gatewayOf(route);
          if (gateway === undefined || transit.has(gateway)) return [];
          return [`${pathOf(subnet)} -> ${pathOf(route)} -> ${this.#nameOf(gateway)} -> the internet`];
        }),
    );
  }

  /** Entries of the subnets' network ACLs that let everybody in. */
  openAclEntries(): readonly string[] {
    const acls = this.#aclsOf();
    return this.#all(isAclEntry)
      .filter(
        (entry) =>
          acls.has(entry.networkAclId) &&
          entry.egress !== true &&
          entry.ruleAction === 'allow' &&
          [entry.cidrBlock, entry.ipv6CidrBlock].some(
            (range) => range !== undefined && EVERYWHERE.includes(range),
          ),
      )
      .map(pathOf);
  }

  /** Subnets that nobody gave an ACL: they have the VPC's default one, which lets everything through. */
  subnetsWithoutAcl(): readonly string[] {
    const named = new Set(this.#all(isAclAssociation).map(({ subnetId }) => subnetId));
    return this.subnets.filter(({ subnetId }) => !named.has(subnetId)).map(pathOf);
  }

  /** Services of a list for which the VPC has no endpoint. */
  without<T extends string>(services: readonly T[]): readonly T[] {
    const opened = this.#all(isEndpoint)
      .filter(({ vpcId }) => vpcId === this.vpc.vpcId)
      .map((endpoint) => JSON.stringify(Stack.of(endpoint).resolve(endpoint.serviceName)));
    return services.filter(
      (service) =>
        !opened.some((name) => name.includes(`.${service}"`) || name.includes(`.${service}-fips"`)),
    );
  }

  #aclsOf(): ReadonlySet<string> {
    const ids = new Set(this.subnets.map(({ subnetId }) => subnetId));
    return new Set(
      this.#all(isAclAssociation)
        .filter(({ subnetId }) => ids.has(subnetId))
        .map(({ networkAclId }) => networkAclId),
    );
  }

  #nameOf(gateway: string): string {
    const found = this.#all(isGateway).find(({ ref }) => ref === gateway);
    return found ? pathOf(found) : gateway;
  }

  #all<T extends IConstruct>(is: (construct: IConstruct) => construct is T): readonly T[] {
    return this.#tree.filter(is);
  }
}

/** Where its maker finds it: without the id that L2 constructs give to their one resource. */
function pathOf({ node }: IConstruct): string {
  return node.path.replace(/\/Resource$/u, '');
}

function gatewayOf(route: ec2.CfnRoute): string | undefined {
  return route.gatewayId ?? route.natGatewayId ?? route.egressOnlyInternetGatewayId ?? route.carrierGatewayId;
}

const isVpc = (each: IConstruct): each is ec2.CfnVPC => ec2.CfnVPC.isCfnVPC(each);
const isRoute = (each: IConstruct): each is ec2.CfnRoute => ec2.CfnRoute.isCfnRoute(each);
const isVpnGateway = (each: IConstruct): each is ec2.CfnVPNGateway => ec2.CfnVPNGateway.isCfnVPNGateway(each);
const isAclEntry = (each: IConstruct): each is ec2.CfnNetworkAclEntry =>
  ec2.CfnNetworkAclEntry.isCfnNetworkAclEntry(each);
const isAclAssociation = (each: IConstruct): each is ec2.CfnSubnetNetworkAclAssociation =>
  ec2.CfnSubnetNetworkAclAssociation.isCfnSubnetNetworkAclAssociation(each);
const isEndpoint = (each: IConstruct): each is ec2.CfnVPCEndpoint =>
  ec2.CfnVPCEndpoint.isCfnVPCEndpoint(each);
const isGateway = (each: IConstruct): each is ec2.CfnInternetGateway | ec2.CfnNatGateway =>
  ec2.CfnInternetGateway.isCfnInternetGateway(each) || ec2.CfnNatGateway.isCfnNatGateway(each);
