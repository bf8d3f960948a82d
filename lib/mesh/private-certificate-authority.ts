import { aws_acmpca as acmpca, Aws, Fn, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { Construct, type IConstruct, type IDependable } from 'constructs';
import { MESH_CERTIFICATE_TEMPLATE } from '../contract/mesh-identity';
import { ConfigurationError } from '../errors';

/** Source: CloudFormation reference, AWS::ACMPCA::CertificateAuthority, `KeyStorageSecurityStandard`. */
export type KeyStorage = 'FIPS_140_2_LEVEL_3_OR_HIGHER' | 'CCPC_LEVEL_1_OR_HIGHER';

export interface PrivateCertificateAuthorityProps {
  /** Common name of the CA. It stands in every certificate and in logs: nothing about patients. */
  readonly commonName: string;
  readonly organization: string;
  /**
   * Years until a new CA has to take over, 1 to 10.
   * @default 10
   */
  readonly validYears?: number;
  /**
   * Where the CA's key is kept. Regions that offer no module of FIPS 140-2 level 3 have to be told the other one, with the reason.
   * @default - a module of FIPS 140-2 level 3
   */
  readonly keyStorage?: { readonly standard: 'CCPC_LEVEL_1_OR_HIGHER'; readonly reason: string };
}

/** What a mesh needs of a CA, whoever made it. */
export interface IPrivateCertificateAuthority extends IConstruct {
  readonly authorityArn: string;
  /** PEM of the certificate that peers trust. */
  readonly anchor: string;
  /** What has to be there before a certificate can be issued. */
  readonly ready: IDependable;
  /** ARN of the one template that may be issued with. */
  readonly templateArn: string;
  /**
   * Lets the function that rotates identities issue, with the one template. Whoever may use this template can be anybody: there is
   * one such function for each CA.
   * @throws ConfigurationError `Issuer` somebody else may issue already
   */
  grantIssue(rotation: iam.IGrantable): iam.Grant;
}

const LONGEST_YEARS = 10;

/** The part that is the same for a CA of ours and one of yours. */
abstract class Authority extends Construct implements IPrivateCertificateAuthority {
  abstract readonly authorityArn: string;
  abstract readonly anchor: string;
  abstract readonly ready: IDependable;
  readonly templateArn = `arn:${Aws.PARTITION}:acm-pca:::template/${MESH_CERTIFICATE_TEMPLATE}`;
  #hasIssuer = false;

  grantIssue(rotation: iam.IGrantable): iam.Grant {
    if (this.#hasIssuer) {
      throw new ConfigurationError(
        this,
        'Issuer',
        'another function may issue already; whoever issues can be every service, so give each mesh a CA, or share the function',
      );
    }
    this.#hasIssuer = true;
    const issue = iam.Grant.addToPrincipal({
      grantee: rotation,
      actions: ['acm-pca:IssueCertificate'],
      resourceArns: [this.authorityArn],
      conditions: { StringEquals: { 'acm-pca:TemplateArn': this.templateArn } },
    });
    return issue.combine(
      iam.Grant.addToPrincipal({
        grantee: rotation,
        actions: ['acm-pca:GetCertificate'],
        resourceArns: [this.authorityArn],
      }),
    );
  }
}

class ExistingAuthority extends Authority {
  readonly ready = this;

  constructor(
    scope: Construct,
    id: string,
    readonly authorityArn: string,
    readonly anchor: string,
  ) {
    super(scope, id);
  }
}

/**
 * A root CA of AWS Private CA in short-lived mode: what it issues lives for seven days at most, so that revocation is a matter of
 * waiting, and of pins where nobody can wait. Its key is of P-256, in a module of FIPS 140-2 level 3. It outlives its stack, **and is paid
 * for until it is deleted**: one for each environment, not one for each service. Supports 45 CFR 164.312(d) and 164.312(e)(1).
 * @throws ConfigurationError `ValidYears` no whole number from 1 to 10; `Reason` a weaker key storage without one
 */
export class PrivateCertificateAuthority extends Authority {
  /**
   * A CA that is there: a subordinate of yours in short-lived mode, or one of another stack.
   * @param props.anchor PEM of the certificate that peers trust: the CA's own, or that of its root
   */
  static fromArn(
    scope: Construct,
    id: string,
    props: { readonly authorityArn: string; readonly anchor: string },
  ): IPrivateCertificateAuthority {
    return new ExistingAuthority(scope, id, props.authorityArn, props.anchor);
  }

  readonly authorityArn: string;
  readonly anchor: string;
  readonly ready: IDependable;
  readonly authority: acmpca.CfnCertificateAuthority;

  constructor(scope: Construct, id: string, props: PrivateCertificateAuthorityProps) {
    super(scope, id);
    const { validYears = LONGEST_YEARS, keyStorage } = props;
    if (!Number.isInteger(validYears) || validYears < 1 || validYears > LONGEST_YEARS) {
      throw new ConfigurationError(
        this,
        'ValidYears',
        `validYears is ${validYears}; give a whole number from 1 to ${LONGEST_YEARS}`,
      );
    }
    if (keyStorage?.reason.trim() === '') {
      throw new ConfigurationError(this, 'Reason', `say why the key is kept in ${keyStorage.standard}`);
    }
    const standard: KeyStorage = keyStorage?.standard ?? 'FIPS_140_2_LEVEL_3_OR_HIGHER';
    this.authority = new acmpca.CfnCertificateAuthority(this, 'Resource', {
      type: 'ROOT',
      usageMode: 'SHORT_LIVED_CERTIFICATE',
      keyAlgorithm: 'EC_prime256v1',
      signingAlgorithm: 'SHA256WITHECDSA',
      keyStorageSecurityStandard: standard,
      subject: { commonName: props.commonName, organization: props.organization },
    });
    // an active CA is not deleted with its stack, and nobody gets his identity back from a deleted one
    this.authority.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.authorityArn = this.authority.attrArn;
    const root = new acmpca.CfnCertificate(this, 'Root', {
      certificateAuthorityArn: this.authorityArn,
      certificateSigningRequest: this.authority.attrCertificateSigningRequest,
      signingAlgorithm: 'SHA256WITHECDSA',
      templateArn: `arn:${Aws.PARTITION}:acm-pca:::template/RootCACertificate/V1`,
      validity: { type: 'YEARS', value: validYears },
    });
    root.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const activation = new acmpca.CfnCertificateAuthorityActivation(this, 'Activation', {
      certificateAuthorityArn: this.authorityArn,
      certificate: root.attrCertificate,
      status: 'ACTIVE',
    });
    // taken away, it would disable the CA
    activation.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.ready = activation;
    this.anchor = Fn.join('', [root.attrCertificate, '\n']);
  }
}
