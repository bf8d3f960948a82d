import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, NGINX } from './envoy';
import { Place } from './place';
import { attempt } from './tls-client';

jest.setTimeout(60_000);

const withNginx = NGINX === undefined ? describe.skip : describe;

const SUITES =
  'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256';

/**
 * The same certificates in front of OpenSSL: a refusal that only one implementation knows would be an accident. nginx looks
 * at chains, so that ids are left out, and knows what was revoked from a list instead of from pins.
 */
withNginx('the same certificates, nginx', () => {
  let place: Place;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    place = await Place.open();
  });
  afterAll(async () => {
    for (const child of running) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await place?.close();
  });

  async function start(name: string, tls: readonly string[]): Promise<number> {
    const port = await freePort();
    const at = path.join(place.directory, name);
    mkdirSync(at);
    const { server } = place.certificates;
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${at}/${kind};`,
    );
    const lines = [
      `daemon off; master_process off; error_log ${at}/error.log info; pid ${at}/pid; events {}`,
      `http { access_log off; ${temporary.join(' ')}`,
      `server { listen 127.0.0.1:${port} ssl;`,
      `ssl_certificate ${server.certificateFile}; ssl_certificate_key ${server.keyFile};`,
      ...tls,
      `location / { return 200 '{}'; } } }`,
    ];
    writeFileSync(path.join(at, 'nginx.conf'), lines.join('\n'));
    const child = spawn(NGINX ?? '', ['-c', path.join(at, 'nginx.conf'), '-p', at], { stdio: 'ignore' });
    running.push(child);
    for (let waited = 0; waited < 100 && !existsSync(path.join(at, 'pid')); waited++) await wait(50);
    if (child.exitCode !== null) throw new Error(readFileSync(path.join(at, 'error.log'), 'utf8'));
    return port;
  }

  async function admitted(port: number): Promise<readonly string[]> {
    const names: string[] = [];
    for (const each of place.certificates.cases) {
      // nginx says 400 to a certificate that it does not take
      if ((await attempt(port, each.attempt)).status === 200) names.push(each.name);
    }
    return names;
  }

  test('admits what is right and refuses the rest, where it is as strict', async () => {
    const revoked = path.join(place.directory, 'revoked.pem');
    writeFileSync(revoked, place.certificates.revokedList);
    const port = await start('strict', [
      `ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${SUITES}; ssl_ecdh_curve prime256v1:secp384r1;`,
      'ssl_conf_command Ciphersuites TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256;',
      'ssl_session_tickets off; ssl_session_cache off; ssl_verify_client on; ssl_verify_depth 2;',
      `ssl_client_certificate ${place.certificates.trustFile}; ssl_crl ${revoked};`,
    ]);
    const right = place.certificates.cases.filter(({ refused, onlyEnvoy }) => !refused || onlyEnvoy);
    expect(await admitted(port)).toEqual(right.map(({ name }) => name));
    const { good } = place.certificates;
    const fallback = ['-tls1_2', '-fallback_scsv', '-cert', good.certificateFile, '-key', good.keyFile];
    const args = ['s_client', '-connect', `127.0.0.1:${port}`, ...fallback];
    const { stdout, stderr } = spawnSync('openssl', args, { input: '', encoding: 'utf8', timeout: 10_000 });
    expect(`${stdout}${stderr}`).toContain('inappropriate fallback');
  });

  test('admits most of it, where it is not: the clients of the matrix are able to', async () => {
    const port = await start('weak', [
      'ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:COMPLEMENTOFALL:@SECLEVEL=0; ssl_verify_client optional_no_ca;',
    ]);
    const all = place.certificates.cases.map(({ name }) => name);
    const names = new Set(await admitted(port));
    // times are looked at whatever is asked for
    expect(all.filter((name) => !names.has(name))).toEqual([
      'a certificate that has expired',
      'a certificate that is not valid yet',
    ]);
  });
});
