import { ACCOUNT, decide, text, type Decision, type Request } from '../encryption/policy-evaluator';
import { at, list, type CloudTemplate, type Json } from '../support/synthesize';

type Context = Readonly<Record<string, string>>;

/** What roles of a template may do, by their own policies and by those of what they reach. */
export class Access {
  constructor(private readonly template: CloudTemplate) {}

  /** The one logical id of a type that begins so. */
  id(type: string, prefix = ''): string {
    const [id, ...others] = Object.entries(this.template.Resources).flatMap(([each, { Type }]) =>
      Type === type && each.startsWith(prefix) ? [each] : [],
    );
    if (id === undefined || others.length > 0) throw new Error(`${type} ${prefix}: not one resource`);
    return id;
  }

  role(prefix: string): string {
    return this.id('AWS::IAM::Role', prefix);
  }

  /** On an object of a bucket, or on the bucket where there is no key. */
  onBucket(role: string, bucket: string, action: string, key?: string, context: Context = {}): Decision {
    const arn = `<${bucket}.Arn>`;
    const request = { action, resource: key === undefined ? arn : `${arn}/${key}`, context: secure(context) };
    return either(this.#own(role, request), this.#bucketPolicy(bucket, role, request));
  }

  /** A key policy and the role's own both have to allow. */
  onKey(role: string, key: string, action: string, context: Context): Decision {
    const request = { action, resource: `<${key}.Arn>`, context };
    const policy = this.template.Resources[key]?.Properties['KeyPolicy'];
    const said = [
      this.#own(role, request),
      decide(policy, { ...request, resource: '*', caller: { arn: arnOf(role) } }),
    ];
    if (said.includes('denied')) return 'denied';
    return said.every((each) => each === 'allowed') ? 'allowed' : 'not allowed';
  }

  /** On anything else, by its ARN as a template tells it. */
  onResource(role: string, action: string, resource: string, context: Context = {}): Decision {
    return this.#own(role, { action, resource, context });
  }

  #own(role: string, request: Request): Decision {
    return decide({ Statement: this.#statements(role) }, request);
  }

  #statements(role: string): readonly Json[] {
    return Object.values(this.template.Resources).flatMap(({ Type, Properties }) => {
      if (Type !== 'AWS::IAM::ManagedPolicy' && Type !== 'AWS::IAM::Policy') return [];
      const roles = list(Properties['Roles']).map(text);
      return roles.includes(`<${role}>`) ? list(at(Properties['PolicyDocument'], 'Statement')) : [];
    });
  }

  #bucketPolicy(bucket: string, role: string, request: Request): Decision {
    const policies = Object.values(this.template.Resources).filter(
      ({ Type, Properties }) =>
        Type === 'AWS::S3::BucketPolicy' && text(Properties['Bucket']) === `<${bucket}>`,
    );
    const Statement = policies.flatMap(({ Properties }) =>
      list(at(Properties['PolicyDocument'], 'Statement')),
    );
    return decide({ Statement }, { ...request, caller: { arn: arnOf(role) } });
  }
}

const arnOf = (role: string): string => `arn:aws:iam::${ACCOUNT}:role/${role}`;
const secure = (context: Context): Context => ({
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
  ...context,
});

/** Within one account either may allow, and each may deny. */
function either(...said: readonly Decision[]): Decision {
  if (said.includes('denied')) return 'denied';
  return said.includes('allowed') ? 'allowed' : 'not allowed';
}
