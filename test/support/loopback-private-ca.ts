import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { LoopbackService, type ServiceAnswer, type ServiceRequest } from './loopback-service';
import { readRequest, TestAuthority } from './mesh-pki';

const DAY_MS = 86_400_000;
const issueSchema = z.object({
  CertificateAuthorityArn: z.string(),
  Csr: z.string(),
  SigningAlgorithm: z.literal('SHA256WITHECDSA'),
  TemplateArn: z.string(),
  Validity: z.object({ Type: z.literal('DAYS'), Value: z.number() }),
  ApiPassthrough: z
    .object({
      Extensions: z.object({
        SubjectAlternativeNames: z.array(z.object({ UniformResourceIdentifier: z.string() })),
      }),
    })
    .optional(),
  IdempotencyToken: z
    .string()
    .regex(/^[A-Za-z0-9]{1,36}$/u)
    .optional(),
});

export type Fault = 'throttle' | 'lost-question' | 'lost-answer' | 'broken';
type Injected = (operation: string, count: number) => Fault | undefined;

/**
 * AWS Private CA as its documents describe it, over loopback with real X.509: a CA in short-lived mode issues for seven days, a
 * certificate is there a moment after it was asked for, a call with the same token gives the same certificate. It is not AWS.
 */
export class LoopbackPrivateCa {
  readonly arn = `arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${randomUUID()}`;
  readonly issued: { readonly uris: readonly string[]; readonly templateArn: string }[] = [];
  faults: Injected = () => undefined;
  readonly #certificates = new Map<string, { readonly pem: string; asked: number }>();
  readonly #tokens = new Map<string, string>();
  #calls = 0;

  private constructor(
    readonly root: TestAuthority,
    readonly service: { current?: LoopbackService },
  ) {}

  static async start(): Promise<LoopbackPrivateCa> {
    const ca = new LoopbackPrivateCa(await TestAuthority.create('Invented root'), {});
    ca.service.current = await LoopbackService.start('http1', (request) => ca.#respond(request));
    return ca;
  }

  get endpoint(): string {
    return this.service.current?.endpoint ?? '';
  }

  async stop(): Promise<void> {
    await this.service.current?.stop();
  }

  async #respond(request: ServiceRequest): Promise<ServiceAnswer> {
    const operation = request.target?.replace('ACMPrivateCA.', '') ?? '';
    this.#calls += 1;
    const fault = this.faults(operation, this.#calls);
    if (fault === 'throttle') return refusal('ThrottlingException');
    if (fault === 'broken') return { status: 500, body: { __type: 'InternalFailure' } };
    if (fault === 'lost-question') return 'hang-up';
    const answer = await (operation === 'IssueCertificate'
      ? this.#issue(request.body)
      : this.#get(request.body));
    return fault === 'lost-answer' ? 'hang-up' : answer;
  }

  async #issue(body: unknown): Promise<ServiceAnswer> {
    const { success, data } = issueSchema.safeParse(body);
    if (!success) return refusal('ValidationException');
    if (data.CertificateAuthorityArn !== this.arn) return refusal('ResourceNotFoundException');
    if (data.Validity.Value > 7) return refusal('ValidationException');
    if (data.ApiPassthrough && !data.TemplateArn.includes('_APIPassthrough/'))
      return refusal('InvalidArgsException');
    const earlier = this.#tokens.get(data.IdempotencyToken ?? '');
    if (earlier !== undefined) return { body: { CertificateArn: earlier } };
    const request = await readRequest(Buffer.from(data.Csr, 'base64').toString()).catch(() => undefined);
    if (!request) return refusal('MalformedCSRException');
    const uris =
      data.ApiPassthrough?.Extensions.SubjectAlternativeNames.map((name) => name.UniformResourceIdentifier) ??
      [];
    const certificate = await this.root.sign({
      publicKey: request.publicKey,
      uris,
      notAfter: new Date(Date.now() + data.Validity.Value * DAY_MS),
    });
    this.issued.push({ uris, templateArn: data.TemplateArn });
    const certificateArn = `${this.arn}/certificate/${randomUUID().replaceAll('-', '')}`;
    this.#certificates.set(certificateArn, { pem: certificate.toString('pem'), asked: 0 });
    if (data.IdempotencyToken !== undefined) this.#tokens.set(data.IdempotencyToken, certificateArn);
    return { body: { CertificateArn: certificateArn } };
  }

  #get(body: unknown): ServiceAnswer {
    const { CertificateArn } = body as { readonly CertificateArn: string };
    const certificate = this.#certificates.get(CertificateArn);
    if (!certificate) return refusal('ResourceNotFoundException');
    certificate.asked += 1;
    if (certificate.asked === 1) return refusal('RequestInProgressException');
    return { body: { Certificate: certificate.pem, CertificateChain: this.root.pem } };
  }
}

function refusal(type: string): ServiceAnswer {
  return { status: 400, body: { __type: type, message: 'arn:aws:iam::111122223333:role/somebody' } };
}
