import {
  aws_apigateway as apigateway,
  aws_wafv2 as wafv2,
  Stack,
  type aws_certificatemanager as acm,
  type aws_kms as kms,
  type aws_lambda as lambda,
  type aws_logs as logs,
  type aws_s3 as s3,
} from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { GatewayPaths } from './gateway-paths';
import { accessLogOf, stageOf } from './gateway-stage';
import type { GatewayWebAcl } from './gateway-web-acl';
import { partnersEntrance } from './partners-entrance';
import {
  checkAsked,
  isListed,
  peopleEntrance,
  type PublicAlias,
  type PublicCallers,
  type PublicEntrance,
} from './public-callers';
import type { UseCase } from './use-case';

/** The CAs whose clients may connect, as PEM: an object that is there when the stack is deployed, in a bucket with versions. */
export interface ClientCertificates {
  readonly bucket: s3.IBucket;
  readonly key: string;
  /** Version of the object: a list that somebody put in its place is not read. */
  readonly version: string;
}

export interface PublicGatewayApiProps {
  /** Who calls; each is listed in the use cases besides. */
  readonly callers: PublicCallers;
  /** What is asked from outside: some of those of the gateway. */
  readonly useCases: readonly UseCase[];
  /** The one name under which it answers, such as `ai.clinic.example`. */
  readonly domainName: string;
  /**
   * For the domain, in ACM, in the same Region. Beside `clientCertificates` one that ACM issued publicly: for imported or private ones API
   * Gateway asks for a second that proves whose the domain is.
   */
  readonly certificate: acm.ICertificate;
  readonly webAcl: GatewayWebAcl;
  /**
   * Asks clients for a certificate of these CAs: a condition of the network, and who calls is told by the signature or token besides.
   * API Gateway has it with TLS 1.2 and 1.3 of `TLS_1_2` only, which takes suites without AES-GCM too, and reads no revocation lists.
   * @default - none, and TLS 1.3 under `SecurityPolicy_TLS13_1_3_FIPS_2025_09` alone
   */
  readonly clientCertificates?: ClientCertificates;
  /** Encrypts the access log; its policy must let CloudWatch Logs use it. */
  readonly logKey: kms.IKey;
  readonly logRetention: logs.RetentionDays;
}

/** Where a call came from and how it was encrypted. */
const LOGGED = {
  sourceIp: '$context.identity.sourceIp',
  tls: '$context.tlsVersion',
  cipher: '$context.cipherSuite',
  certificate: '$context.identity.clientCert.serialNumber',
} as const;

/**
 * A way to the gateway from outside the VPC, for `AiGateway.publicApis`: a regional REST API with the paths of the use cases it is given,
 * under one domain, behind a web ACL, for partners or for people. The address that AWS gives an API is off, as it would go past the
 * domain. It makes no DNS record.
 * Supports 45 CFR 164.312(a)(1), 164.312(d) and 164.312(e)(1).
 * @throws ConfigurationError `Partner`, `PublicUseCase`, `Scopes`, `SecondFactor`: see `PublicCallers`
 */
export class PublicGatewayApi extends Construct {
  readonly api: apigateway.RestApi;
  /** For the DNS record: `domainNameAliasDomainName` and `domainNameAliasHostedZoneId`. */
  readonly domain: apigateway.DomainName;
  readonly logGroup: logs.LogGroup;
  /** Ids of the use cases that are asked through it. */
  readonly useCases: readonly string[];
  readonly #entrance: PublicEntrance;
  readonly #paths: GatewayPaths;

  constructor(scope: Construct, id: string, props: PublicGatewayApiProps) {
    super(scope, id);
    const { callers, domainName, certificate } = props;
    const manifests = props.useCases.map(({ manifest }) => manifest);
    this.useCases = manifests.map((each) => each.id);
    checkAsked(this, callers, manifests);
    this.#entrance =
      'people' in callers
        ? peopleEntrance(this, callers.people)
        : partnersEntrance(this, callers.partners, manifests);
    // where nobody who decides calls from outside there is no path for it
    const served = manifests.map((each) => ({
      ...each,
      requiresHumanApproval: each.requiresHumanApproval && isListed(callers, each.approvers),
    }));
    this.logGroup = accessLogOf(this, 'AccessLog', props);
    const { policy, logged, authorization } = this.#entrance;
    this.api = new apigateway.RestApi(this, 'Resource', {
      restApiName: `${Stack.of(this).stackName}-gateway-${this.alias}`,
      description: 'The way to the gateway from outside',
      endpointConfiguration: { types: [apigateway.EndpointType.REGIONAL] },
      disableExecuteApiEndpoint: true,
      defaultMethodOptions: authorization.ask,
      // that of the account is set by the gateway's own API
      cloudWatchRole: false,
      ...(policy === undefined ? {} : { policy }),
      deployOptions: stageOf(this.logGroup, { useCases: served, logged: { ...LOGGED, ...logged } }),
    });
    const tls = tlsOf(props.clientCertificates);
    // the handshake goes by the policy of the API, whatever that of the domain is
    const resource = this.api.node.defaultChild;
    if (resource instanceof apigateway.CfnRestApi) {
      resource.securityPolicy = tls.securityPolicy;
      resource.endpointAccessMode = tls.endpointAccessMode;
    }
    this.domain = new apigateway.DomainName(this, 'Domain', {
      domainName,
      certificate,
      endpointType: apigateway.EndpointType.REGIONAL,
      mapping: this.api,
      ...tls,
      ...(props.clientCertificates === undefined ? {} : { mtls: { ...props.clientCertificates } }),
    });
    new wafv2.CfnWebACLAssociation(this, 'WebAclAssociation', {
      resourceArn: this.api.deploymentStage.stageArn,
      webAclArn: props.webAcl.webAcl.attrArn,
    });
    this.#paths = new GatewayPaths(this, this.api, served);
  }

  get alias(): PublicAlias {
    return this.#entrance.alias;
  }

  /** The door as the gateway reads it. */
  get door(): Readonly<Record<string, unknown>> {
    const { issuers, secondFactorIssuers } = this.#entrance;
    return { door: 'rest-api', apiId: this.api.restApiId, issuers, secondFactorIssuers };
  }

  /** Opens the paths; for `AiGateway`, which has the functions behind the alias of this door. */
  serve(whole: lambda.IFunction, streaming: lambda.IFunction, logRole: IDependable): void {
    this.#paths.open({ whole, streaming }, this.#entrance.authorization);
    // a stage that logs is refused in an account without the role
    this.api.deploymentStage.node.addDependency(logRole);
  }
}

/** API Gateway has client certificates with its older policies only. Source: API Gateway developer guide, "Choose a security policy". */
function tlsOf(
  clientCertificates: ClientCertificates | undefined,
): Pick<apigateway.DomainNameProps, 'securityPolicy' | 'endpointAccessMode'> {
  return clientCertificates === undefined
    ? {
        securityPolicy: apigateway.SecurityPolicy.TLS13_1_3_FIPS_2025_09,
        endpointAccessMode: apigateway.EndpointAccessMode.STRICT,
      }
    : { securityPolicy: apigateway.SecurityPolicy.TLS_1_2 };
}
