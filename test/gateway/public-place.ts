import { aws_certificatemanager as acm, aws_s3 as s3, Stack, Tags } from 'aws-cdk-lib';
import { TAGS } from '../../lib/contract/tags';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { GatewayUserPool } from '../../lib/gateway/gateway-user-pool';
import { GatewayWebAcl, type GatewayWebAclProps } from '../../lib/gateway/gateway-web-acl';
import { PublicGatewayApi, type PublicGatewayApiProps } from '../../lib/gateway/public-gateway-api';
import type { UseCaseProps } from '../../lib/gateway/use-case';
import { testApp, type CloudTemplate } from '../support/synthesize';
import { gatewayPlace, LETTER, SUMMARY } from './gateway-place';

export const PARTNER = 'arn:aws:iam::444455556666:role/Laboratory';
export const SECOND_PARTNER = 'arn:aws:iam::777788889999:role/imaging/Reports';
export const DOMAIN = 'ai.clinic.example';
export const CERTIFICATE =
  'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-4222-8333-444455556666';

/** Asked by partners, and by nobody else outside. */
export const FOR_PARTNERS = {
  ...SUMMARY,
  callers: [...SUMMARY.callers, PARTNER],
} as const satisfies Omit<UseCaseProps, 'access'>;
/** Asked by people, who also decide. */
export const FOR_PEOPLE = {
  ...LETTER,
  callers: [...LETTER.callers, 'group:attending'],
  approvers: [...LETTER.approvers, 'group:reviewers'],
} as const satisfies Omit<UseCaseProps, 'access'>;
/** Asked inside the VPC alone. */
export const INSIDE = { ...SUMMARY, useCase: 'coding' } as const satisfies Omit<UseCaseProps, 'access'>;
/** Asked by the second partner, who may also decide. */
export const WAITING = {
  ...LETTER,
  useCase: 'imaging-report',
  callers: [SECOND_PARTNER],
  approvers: [PARTNER],
} as const satisfies Omit<UseCaseProps, 'access'>;

/** A gateway's place with what a public API needs besides. */
export function publicPlace(stack: Stack, changes: Partial<GatewayWebAclProps> = {}) {
  const around = gatewayPlace(stack, [FOR_PARTNERS, FOR_PEOPLE, INSIDE, WAITING]);
  const { logKey, logRetention, alarmTopic } = around.place;
  const [forPartners, forPeople, inside, waiting] = around.props.useCases;
  if (!forPartners || !forPeople || !inside || !waiting) throw new Error('a use case is missing');
  const webAcl = new GatewayWebAcl(stack, 'WebAcl', { logKey, logRetention, alarmTopic, ...changes });
  const people = new GatewayUserPool(stack, 'People', {
    encryptionKey: around.place.encryptionKey,
    logRetention,
    domainPrefix: 'clinic-invented',
    callbackUrls: ['https://portal.clinic.example/signed-in'],
    logoutUrls: ['https://portal.clinic.example/signed-out'],
  });
  const shared = {
    webAcl,
    domainName: DOMAIN,
    certificate: acm.Certificate.fromCertificateArn(stack, 'Certificate', CERTIFICATE),
    logKey,
    logRetention,
  } as const;
  const toPartners: PublicGatewayApiProps = {
    ...shared,
    callers: { partners: [PARTNER, SECOND_PARTNER] },
    useCases: [forPartners, waiting],
  };
  const toPeople: PublicGatewayApiProps = { ...shared, callers: { people }, useCases: [forPeople] };
  const clientCertificates = {
    bucket: s3.Bucket.fromBucketName(stack, 'Trust', 'trust-of-partners'),
    key: 'clients.pem',
    version: 'v.3',
  };
  return {
    ...around,
    forPartners,
    forPeople,
    inside,
    waiting,
    webAcl,
    people,
    toPartners,
    toPeople,
    clientCertificates,
  };
}

/** A gateway with an API for partners, who show certificates, and one for people. */
export function builtPublicGateway(outdir: string): CloudTemplate {
  const app = testApp(outdir);
  const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
  const { props, toPartners, toPeople, clientCertificates } = publicPlace(stack);
  new AiGateway(stack, 'Gateway', {
    ...props,
    publicApis: [
      new PublicGatewayApi(stack, 'Partners', { ...toPartners, clientCertificates }),
      new PublicGatewayApi(stack, 'Portal', { ...toPeople, domainName: `portal-${DOMAIN}` }),
    ],
  });
  Tags.of(stack).add(TAGS.dataClass, 'PHI');
  Tags.of(stack).add(TAGS.stage, 'production');
  return app.synth().getStackByName('Test').template as CloudTemplate;
}
