import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHome } from '../../bin/try/home';
import { servePage, type Page as ServedPage } from '../../bin/try/page/server';
import { LOCAL_MODELS, openPlace, type Place } from '../../bin/try/place';
import { axeSource, BROWSER_HOME, launch, type Browser, type Page } from './chromium';

jest.setTimeout(120_000);

// without a browser jest counts these as skipped
const suite = BROWSER_HOME === undefined ? describe.skip : describe;

suite('the page of npm run try in Chromium', () => {
  const work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-try-page-'));
  const troubles: string[] = [];
  let place: Place;
  let served: ServedPage;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    place = openPlace(openHome(path.join(work, 'home')), LOCAL_MODELS, () => undefined);
    served = await servePage(place, 0);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await place.close();
    rmSync(work, { recursive: true, force: true });
  });
  beforeEach(() => {
    troubles.length = 0;
  });
  afterEach(async () => {
    await page.close();
    expect(troubles).toEqual([]);
  });

  /** Whatever the page complains of, or asks of another address, fails the test. */
  async function open(width = 1280, address = served.address): Promise<void> {
    page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${new URL(served.address).origin}/`))
        troubles.push(`asked for ${request.url()}`);
    });
    await page.goto(address);
  }

  const textOf = (id: string) => page.evaluate<string>(`document.getElementById('${id}').textContent`);
  const focused = () =>
    page.evaluate<string>('document.activeElement.id || document.activeElement.dataset.example || ""');
  const valueOf = (id: string) => page.evaluate<string>(`document.getElementById('${id}').value`);

  /** Tab to what has the id, or the example of the name, as somebody without a mouse does. */
  async function tabTo(id: string): Promise<void> {
    for (let tries = 0; tries < 20; tries += 1) {
      if ((await focused()) === id) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no way to ${id} by Tab`);
  }

  /** Until the status or the error says something that is no waiting. */
  async function outcome(): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const words = (await textOf('error')) + (await textOf('status'));
      if (words !== '' && !words.startsWith('Asking')) return words;
      await page.evaluate<null>('new Promise((resolve) => setTimeout(() => resolve(null), 50))');
    }
    throw new Error('no outcome');
  }

  async function example(name: string): Promise<string> {
    await tabTo(name);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('text');
    await page.keyboard.press('Control+Enter');
    return outcome();
  }

  test('asks with the keyboard alone, and shows all four sides', async () => {
    await open();
    await tabTo('text');
    await page.keyboard.type('Marlowe Quillfeather, MRN 00451234, slept well.');
    await tabTo('send');
    await page.keyboard.press('Enter');
    expect(await outcome()).toMatch(
      /^Answered\. [\d.]+ s\. The ledger has \d+ records, and nothing is wrong with it\.$/u,
    );
    expect(await focused()).toBe('send');
    expect(await textOf('typed')).toBe('PromptMarlowe Quillfeather, MRN 00451234, slept well.');
    expect(await textOf('seen')).toMatch(
      /^stand-in\.echo sees\[NAME:[\w-]+\], MRN \[MRN:[\w-]+\], slept well\.It saysNoted: \[NAME/u,
    );
    expect(await textOf('back')).toMatch(/^TextNoted: \[NAME:[\w-]+\], MRN \[MRN:[\w-]+\], slept well\.$/u);
    expect(await textOf('record')).toMatch(/"outcome": "answered".*"kind": "interaction"/su);
    expect(await textOf('record')).not.toMatch(/Marlowe|00451234/u);
  });

  test('goes through the form in the order it is read', async () => {
    await open();
    const order: string[] = [];
    for (let at = 0; at < 10; at += 1) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order).toEqual([
      'text',
      'letter',
      'purpose',
      'model',
      'reidentify',
      'stream',
      'note',
      'orders',
      'leak',
      'send',
    ]);
  });

  test('each example shows what it is for', async () => {
    await open();
    await example('note');
    expect(await textOf('back')).toContain(
      'Marlowe Quillfeather, MRN 00451234, DOB 03/14/1951, call 555-010-0199',
    );
    expect(await textOf('seen')).not.toMatch(/Marlowe|Quillfeather|00451234|1951/u);
    expect(await example('orders')).toMatch(
      /^Refused: An untrusted document reads like instructions to the model\./u,
    );
    expect(await textOf('back')).toContain('422 INJECTION_SUSPECTED (screen)');
    expect(await textOf('seen')).toBe('SeesNothing: it was not asked.');
    await example('leak');
    expect(await textOf('record')).toContain(
      'Saysinteraction, answered; 1 NAME, 1 SSN masked in the answer; 2 of them leaks',
    );
    expect(await textOf('seen')).toContain('Dorian Ashgrove, SSN 512-45-7788');
    expect(await textOf('back')).toMatch(
      /^Text, in \d+ piecesNoted\. It is as with \[NAME\], SSN \[SSN\], who stayed longer\.$/u,
    );
  });

  test('a stream that falls silent says that it broke off', async () => {
    await open();
    await page.evaluate<null>("(document.getElementById('model').value = 'stand-in.silent', null)");
    await tabTo('text');
    await page.keyboard.type('HR 72.');
    await tabTo('stream');
    await page.keyboard.press('Space');
    await tabTo('send');
    await page.keyboard.press('Enter');
    expect(await outcome()).toMatch(/^Broken off: The model did not answer in time\./u);
    expect(await textOf('back')).toContain('what came before is not to be used504 MODEL_TIMED_OUT (model)');
  });

  test('what a request says is text and no markup', async () => {
    await open();
    await tabTo('text');
    await page.keyboard.type('<img src=x onerror=alert(1)><script>alert(1)</script>');
    await page.keyboard.press('Control+Enter');
    await outcome();
    expect(await textOf('typed')).toContain('<script>alert(1)</script>');
    expect(await page.evaluate<number>("document.querySelectorAll('main img, main script').length")).toBe(0);
  });

  test('says in the words of the problem what the server refuses, and brings no old result', async () => {
    await open();
    await example('note');
    await page.evaluate<null>("(location.hash = 'another', null)");
    await page.keyboard.press('Control+Enter');
    expect(await outcome()).toBe(
      '403 KEY_WRONG: Open the whole address that was printed at the start, with its key.',
    );
    expect(await page.evaluate<boolean>("document.getElementById('panels').hidden")).toBe(true);
    // Chromium tells of every answer that is no success
    expect(troubles.splice(0)).toEqual([expect.stringContaining('403 (Forbidden)')]);
  });

  test('speaks to a screen reader of what comes in', async () => {
    await open();
    const roles = "['status', 'error'].map((id) => document.getElementById(id).getAttribute('role'))";
    expect(await page.evaluate<readonly string[]>(roles)).toEqual(['status', 'alert']);
    const unnamed = `[...document.querySelectorAll('textarea, select, input')].filter((each) => each.labels.length === 0).length`;
    expect(await page.evaluate<number>(unnamed)).toBe(0);
  });

  test.each([320, 1280])(
    'nothing is cut off or needs to be scrolled sideways at %d pixels',
    async (width) => {
      await open(width);
      await example('note');
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const outside = `[...document.querySelectorAll('body *')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80))`;
      expect(await page.evaluate<readonly string[]>(outside)).toEqual([]);
      expect(await valueOf('text')).toContain('Marlowe');
    },
  );

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const)(
    'has nothing against it by the rules of WCAG 2.2 AA, in %s at %d pixels',
    async (colorScheme, width) => {
      await open(width);
      await page.emulateMedia({ colorScheme });
      await example('note');
      await page.evaluate<null>(`${axeSource()};null`);
      const violations = await page.evaluate<readonly string[]>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
      );
      expect(violations).toEqual([]);
    },
  );

  test('looks as the picture in the documentation does', async () => {
    await open();
    await example('note');
    const file = process.env['HIPAA_AI_TRY_SCREENSHOT'] ?? path.join(work, 'try.png');
    const picture = await page.screenshot({ path: file });
    expect(picture.length).toBeGreaterThan(20_000);
  });
});
