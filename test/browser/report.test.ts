import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Evidence } from '../../lib/compliance/evidence/evidence';
import { renderHtml } from '../../lib/compliance/evidence/render-html';
import { hostileEvidence, largeEvidence, sampleEvidence } from '../compliance/evidence/sample-evidence';
import { axeSource, BROWSER_HOME, launch, type Browser, type Page } from './chromium';

jest.setTimeout(120_000);

// without a browser jest counts these as skipped
const suite = BROWSER_HOME === undefined ? describe.skip : describe;

suite('the report in Chromium', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-report-'));
  const troubles: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  });
  beforeEach(() => {
    troubles.length = 0;
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  /** Opens the report as an auditor does, from disk. Whatever it complains of or asks for fails the test. */
  async function open(evidence: Evidence, options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
    const file = path.join(work, 'index.html');
    writeFileSync(file, renderHtml(evidence));
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const url = pathToFileURL(file).href;
    page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) troubles.push(`asked for ${request.url()}`);
    });
    await page.goto(url);
  }

  const textOf = (selector: string) =>
    page.evaluate<string>(`document.querySelector('${selector}').textContent`);
  const shownRows = (selector: string) =>
    page.evaluate<number>(
      `[...document.querySelectorAll('${selector} tbody tr')].filter((row) => row.checkVisibility()).length`,
    );
  const focused = () => page.evaluate<string>('document.activeElement.id');
  const focus = (id: string) => page.evaluate<null>(`document.getElementById('${id}').focus()`);

  async function press(key: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
  }

  test('opens offline without an error or a request, whatever the templates say', async () => {
    await open(hostileEvidence());
    expect(await textOf('h1')).toContain('Evidence report');
  });

  test('finds by words, with the keyboard alone, and says how many', async () => {
    await open(sampleEvidence());
    await focus('find-text');
    await page.keyboard.type('rotation import');
    expect(await textOf('#find-count')).toBe('1 of 17 verdicts match');
    expect(await textOf('.res tbody')).toContain('HipaaAi-dev/Keys/Import/Resource');
    await press('Tab');
    expect(await focused()).toBe('find-verdict');
  });

  test.each([
    ['verdict', 'unknown', '1 of 17'],
    ['verdict', 'not applicable', '1 of 17'],
    ['verdict', 'waived', '2 of 17'],
    ['rule', 'lambda-vpc', '2 of 17'],
    ['paragraph', '164.312(a)(2)(iv)', '3 of 17'],
    ['severity', 'fatal', '1 of 17'],
    ['type', 'AWS::S3::Bucket', '10 of 17'],
  ])('filters by %s %s with the keyboard', async (name, value, expected) => {
    await open(sampleEvidence());
    await focus(`find-${name}`);
    await page.keyboard.type(value);
    expect(await page.evaluate<string>(`document.getElementById('find-${name}').value`)).toBe(value);
    expect(await textOf('#find-count')).toBe(`${expected} verdicts match`);
  });

  test('filters by resource, and by everything together; clearing brings the focus back', async () => {
    await open(sampleEvidence());
    await focus('find-resource');
    await page.keyboard.type('audit/');
    expect(await textOf('#find-count')).toBe('11 of 17 verdicts match');
    await focus('find-verdict');
    await page.keyboard.type('finding');
    expect(await textOf('#find-count')).toBe('1 of 17 verdicts match');
    await focus('find-clear');
    await press('Enter');
    expect(await focused()).toBe('find-text');
    expect(await page.evaluate<boolean>("document.getElementById('find-out').hidden")).toBe(true);
  });

  test('narrows findings, paragraphs and the matrix by their own boxes', async () => {
    await open(sampleEvidence());
    for (const [section, words, rows] of [
      ['findings', 'rotation', 2],
      ['law', '164.404', 1],
      ['matrix', 'lambda-vpc', 1],
    ] as const) {
      await page.evaluate<null>(`document.querySelector('#${section} .q input').focus()`);
      await page.keyboard.type(words);
      expect(await shownRows(`#${section} table:not(.key)`)).toBe(rows);
    }
  });

  test('shows everything where scripts do not run', async () => {
    await open(sampleEvidence(), { javaScriptEnabled: false });
    const visible = (selector: string) =>
      page.evaluate<number>(
        `[...document.querySelectorAll('${selector}')].filter((part) => part.checkVisibility()).length`,
      );
    expect(await visible('.q, .find, #find-out')).toBe(0);
    expect(await visible('#find-off')).toBe(1);
    expect(await shownRows('#findings')).toBe(4);
    expect(await visible('#matrix tbody tr')).toBeGreaterThan(10);
  });

  test('finds in 10,000 verdicts at once', async () => {
    await open(largeEvidence(500, 20));
    await focus('find-text');
    const started = Date.now();
    await page.keyboard.type('store49 demand-3');
    expect(await textOf('#find-count')).toMatch(/ of 10,000 verdicts match/u);
    // sixteen keys, each with its own search: far below what a person notices, on a machine that is busy
    expect(Date.now() - started).toBeLessThan(8_000);
    expect(await shownRows('.res')).toBeLessThanOrEqual(100);
  });

  test('shows a hundred at a time, and goes on where it stopped', async () => {
    await open(largeEvidence(500, 20));
    await focus('find-verdict');
    await page.keyboard.type('compliant');
    expect(await shownRows('.res')).toBe(100);
    expect(await textOf('#find-count')).toMatch(/, the first 100 are shown$/u);
    await focus('find-more');
    await press('Enter');
    expect(await shownRows('.res')).toBe(200);
    expect(await page.evaluate<boolean>("document.activeElement.closest('.res') !== null")).toBe(true);
  });

  test.each(['light', 'dark'] as const)(
    'has nothing against it by the rules of WCAG 2.2 AA, in %s',
    async (colorScheme) => {
      await open(sampleEvidence());
      await page.emulateMedia({ colorScheme });
      await focus('find-text');
      await page.keyboard.type('a');
      await page.evaluate<null>(`${axeSource()};null`);
      const violations = await page.evaluate<readonly string[]>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
      );
      expect(violations).toEqual([]);
    },
  );

  test('goes from the skip link to the report, and then through the contents in their order', async () => {
    await open(sampleEvidence());
    await press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Skip to the report');
    const links = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('nav a')].map((link) => link.hash)",
    );
    const sections = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('main > section')].map((section) => '#' + section.id)",
    );
    expect(links).toEqual(sections);
  });

  test('prints everything, also what a filter hides on the screen', async () => {
    await open(sampleEvidence());
    await page.evaluate<null>("document.querySelector('#findings .q input').focus()");
    await page.keyboard.type('nothing has this');
    expect(await shownRows('#findings')).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await shownRows('#findings')).toBe(4);
    const pdf = await page.pdf({ format: 'A4', tagged: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['HIPAA_AI_PDF']) writeFileSync(process.env['HIPAA_AI_PDF'], pdf);
  });

  test('looks as the picture in the documentation does', async () => {
    await open(sampleEvidence());
    const file = process.env['HIPAA_AI_SCREENSHOT'] ?? path.join(work, 'report.png');
    await page.setViewportSize({ width: 1280, height: 800 });
    const picture = await page.screenshot({ path: file });
    expect(picture.length).toBeGreaterThan(20_000);
  });
});
