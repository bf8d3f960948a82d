import { aws_ecs as ecs, type aws_ecr as ecr } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ConfigurationError } from '../errors';

/** An image of a private repository, told by its content: a tag may be moved to something else. */
export interface MeshImage {
  /** In the account, or a pull-through cache: tasks in isolated subnets reach no public registry. */
  readonly repository: ecr.IRepository;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u;

export function containerImage(scope: Construct, { repository, digest }: MeshImage): ecs.ContainerImage {
  if (!DIGEST.test(digest)) {
    throw new ConfigurationError(
      scope,
      'ImageDigest',
      `the image's digest is '${digest}'; give sha256: and 64 hexadecimal digits, as 'aws ecr describe-images' shows them`,
    );
  }
  return ecs.ContainerImage.fromEcrRepository(repository, digest);
}
