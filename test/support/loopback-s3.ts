import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Version {
  readonly versionId: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

interface Request {
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type S3Fault = { readonly status: number; readonly code: string } | 'lost-answer' | 'silence';

interface Answer {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Most keys of a page of S3. */
const PAGE_SIZE = 1000;
const KEPT = /^(?:x-amz-meta-.*|content-type|content-encoding|x-amz-server-side-encryption.*)$/u;

/** The calls of S3 that hooks make, over HTTP on loopback with real versions: the SDK in a bundle can be pointed at it. */
export class LoopbackS3 {
  endpoint = '';
  /** Each request as `METHOD bucket/key`, in order. */
  readonly requests: string[] = [];
  /** While it says so, requests are answered with 503. */
  isDown: (request: string) => boolean = () => false;
  /** What else goes wrong with a request: a status with its code, or the answer, which is lost when all is done. */
  fault: (request: string) => S3Fault | undefined = () => undefined;
  /** Most keys of a page. */
  pageSize = PAGE_SIZE;
  readonly #objects = new Map<string, S3Version[]>();
  readonly #server: Server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const url = new URL(request.url ?? '', 'http://loopback');
      const [, bucket = '', ...key] = url.pathname.split('/');
      const fault = this.fault(`${request.method ?? ''} ${bucket}/${decodeURIComponent(key.join('/'))}`);
      if (fault === 'silence') return;
      const answer = this.#answer(fault, {
        method: request.method ?? '',
        bucket,
        key: decodeURIComponent(key.join('/')),
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks as Uint8Array[]),
      });
      if (fault === 'lost-answer') request.socket.destroy();
      else response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
    });
  });

  static async start(): Promise<LoopbackS3> {
    const s3 = new LoopbackS3();
    await new Promise<void>((resolve) => s3.#server.listen(0, '127.0.0.1', resolve));
    s3.endpoint = `http://127.0.0.1:${(s3.#server.address() as AddressInfo).port}`;
    return s3;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** As it was when it started, for the next test of whoever is pointed at it. */
  reset(): void {
    this.#objects.clear();
    this.requests.length = 0;
    this.isDown = () => false;
    this.fault = () => undefined;
    this.pageSize = PAGE_SIZE;
  }

  /** Puts an object there as its owner would. */
  put(bucket: string, key: string, body: string | Buffer, rest: Partial<S3Version> = {}): S3Version {
    const version: S3Version = {
      versionId: randomUUID().replaceAll('-', ''),
      body: Buffer.from(body),
      headers: {},
      tags: {},
      ...rest,
    };
    const place = `${bucket}/${key}`;
    this.#objects.set(place, [...(this.#objects.get(place) ?? []), version]);
    return version;
  }

  keysOf(bucket: string): readonly string[] {
    return [...this.#objects.keys()].flatMap((place) =>
      place.startsWith(`${bucket}/`) ? [place.slice(bucket.length + 1)] : [],
    );
  }

  versionsOf(bucket: string, key: string): readonly S3Version[] {
    return this.#objects.get(`${bucket}/${key}`) ?? [];
  }

  /** All that a bucket gives away, keys and headers included. */
  contentsOf(bucket: string): string {
    const keys = this.keysOf(bucket);
    return JSON.stringify(
      keys.map((key) => [
        key,
        this.versionsOf(bucket, key).map((each) => ({ ...each, body: each.body.toString('utf8') })),
      ]),
    );
  }

  #answer(fault: S3Fault | undefined, request: Request): Answer {
    const line = `${request.method} ${request.bucket}/${request.key}`;
    this.requests.push(line);
    if (this.isDown(line)) return failure(503, 'SlowDown');
    if (typeof fault === 'object') return failure(fault.status, fault.code);
    if (request.method === 'GET' && request.query.has('list-type')) return this.#list(request);
    if (request.method === 'GET') return this.#get(request);
    if (request.method === 'HEAD') return { ...this.#get(request), body: '' };
    if (request.method === 'PUT') return this.#put(request);
    return failure(405, 'MethodNotAllowed');
  }

  #find(bucket: string, key: string, versionId: string | null): S3Version | undefined {
    const versions = this.versionsOf(bucket, key);
    return versionId === null ? versions.at(-1) : versions.find((each) => each.versionId === versionId);
  }

  #get({ bucket, key, query }: Request): Answer {
    const version = this.#find(bucket, key, query.get('versionId'));
    if (!version) return failure(404, query.has('versionId') ? 'NoSuchVersion' : 'NoSuchKey');
    const tags = Object.entries(version.tags);
    if (query.has('tagging')) {
      const set = tags
        .map(([name, value]) => `<Tag><Key>${name}</Key><Value>${value}</Value></Tag>`)
        .join('');
      return { status: 200, body: `<Tagging><TagSet>${set}</TagSet></Tagging>` };
    }
    const counted: Record<string, string> =
      tags.length > 0 ? { 'x-amz-tagging-count': String(tags.length) } : {};
    return {
      status: 200,
      body: version.body,
      headers: { 'x-amz-version-id': version.versionId, ...version.headers, ...counted },
    };
  }

  #list({ bucket, query }: Request): Answer {
    const prefix = query.get('prefix') ?? '';
    const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
    const found = this.keysOf(bucket)
      .filter((key) => key.startsWith(prefix) && key > after)
      .toSorted();
    const page = found.slice(0, Math.min(this.pageSize, Number(query.get('max-keys') ?? '1000')));
    const contents = page
      .map((key) => `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key></Contents>`)
      .join('');
    const isCut = page.length < found.length;
    const next = isCut ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
    const body = `<ListBucketResult><IsTruncated>${isCut}</IsTruncated>${next}${contents}</ListBucketResult>`;
    return { status: 200, body };
  }

  #put({ bucket, key, headers, body }: Request): Answer {
    if (headers['if-none-match'] === '*' && this.versionsOf(bucket, key).length > 0)
      return failure(412, 'PreconditionFailed');
    const own = Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (KEPT.test(name) ? [[name, String(value)]] : [])),
    );
    const tags = Object.fromEntries(new URLSearchParams(String(headers['x-amz-tagging'] ?? '')));
    const source = headers['x-amz-copy-source'];
    if (source === undefined) {
      const { versionId } = this.put(bucket, key, body, { headers: own, tags });
      return { status: 200, headers: { 'x-amz-version-id': versionId } };
    }
    const [path = '', query = ''] = String(source).split('?');
    const [from = '', ...fromKey] = path.split('/');
    const version = this.#find(
      from,
      decodeURIComponent(fromKey.join('/')),
      new URLSearchParams(query).get('versionId'),
    );
    if (!version) return failure(404, 'NoSuchVersion');
    this.put(bucket, key, version.body, { headers: { ...version.headers, ...own }, tags });
    return { status: 200, body: '<CopyObjectResult/>' };
  }
}

function failure(status: number, code: string): Answer {
  return { status, body: `<Error><Code>${code}</Code><Message>${code}</Message></Error>` };
}
