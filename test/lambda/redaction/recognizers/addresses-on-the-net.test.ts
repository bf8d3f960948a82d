import type { Recognizer } from '../../../../lambda/redaction/recognizer';
import { email } from '../../../../lambda/redaction/recognizers/email';
import { ipAddress } from '../../../../lambda/redaction/recognizers/ip-address';
import { photoFile } from '../../../../lambda/redaction/recognizers/photo-file';
import { url } from '../../../../lambda/redaction/recognizers/url';
import { recognized } from '../../../support/recognized';

const FOUND: readonly (readonly [Recognizer, string, string])[] = [
  [email, 'write ana.rivera@example.org.', 'ana.rivera@example.org'],
  [email, 'ANA+home@mail.example.co.uk', 'ANA+home@mail.example.co.uk'],
  [email, 'to brien_k@example.com', 'brien_k@example.com'],
  [email, 'root@localhost', 'root@localhost'],
  [email, 'josé@exámple.es', 'josé@exámple.es'],
  [email, 'ana.rivera (at) example (dot) org', 'ana.rivera (at) example (dot) org'],
  [email, 'ana [at] example.org', 'ana [at] example.org'],
  [email, 'to ana[dot]rivera[at]example.org', 'ana[dot]rivera[at]example.org'],
  [email, 'mail ana at example dot org', 'ana at example dot org'],
  [url, 'see https://portal.example.org/p/1?x=2.', 'https://portal.example.org/p/1?x=2'],
  [url, 'www.example.org/ana', 'www.example.org/ana'],
  [url, 'on portal.example.com today', 'portal.example.com'],
  [url, '(ftp://files.example.net/a)', 'ftp://files.example.net/a'],
  [ipAddress, 'from 203.0.113.77', '203.0.113.77'],
  [ipAddress, '203.0.113.0/24', '203.0.113.0/24'],
  [ipAddress, 'from 2001:db8::ff00:42:8329 today', '2001:db8::ff00:42:8329'],
  [ipAddress, '2001:0db8:0000:0000:0000:ff00:0042:8329', '2001:0db8:0000:0000:0000:ff00:0042:8329'],
  [ipAddress, 'fe80::1', 'fe80::1'],
  [ipAddress, '::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  [photoFile, 'see ana_rivera-01.jpg attached', 'ana_rivera-01.jpg'],
  [photoFile, 'CT_445566.dcm', 'CT_445566.dcm'],
];

test.each(FOUND.map(([recognizer, text, value]) => [recognizer.name, text, value, recognizer] as const))(
  '%s finds the value in: %s',
  (_, text, value, recognizer) => {
    expect(recognized(recognizer, text)).toEqual([value]);
  },
);

const NEAR_MISSES: readonly (readonly [Recognizer, string])[] = [
  [email, 'seen @ 10:30'],
  [email, '2 tabs @ bedtime'],
  [email, 'pain at rest'],
  [url, 'e.g. this, i.e. that'],
  [url, 'and/or'],
  [url, 'No fever.In clinic'],
  [ipAddress, 'version 1.2.3'],
  [ipAddress, '300.1.2.3'],
  [ipAddress, '1.2.3.4.5'],
  [ipAddress, 'at 10:30:15'],
  [ipAddress, 'std::vector'],
  [ipAddress, 'ratio 1:10'],
  [photoFile, 'a .jpg file'],
  [photoFile, 'png images'],
];

test.each(NEAR_MISSES.map(([recognizer, text]) => [recognizer.name, text, recognizer] as const))(
  '%s leaves alone: %s',
  (_, text, recognizer) => {
    expect(recognized(recognizer, text)).toEqual([]);
  },
);
