import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What the tests use of playwright-core, which is no dependency of ours. */
export interface Page {
  goto(url: string): Promise<unknown>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  evaluate<Result>(expression: string): Promise<Result>;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  pdf(options: { readonly format: string; readonly tagged?: boolean }): Promise<Buffer>;
  emulateMedia(options: {
    readonly media?: 'screen' | 'print';
    readonly colorScheme?: 'light' | 'dark';
  }): Promise<void>;
  screenshot(options: { readonly path: string }): Promise<Buffer>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  close(): Promise<void>;
}

export interface Browser {
  newPage(options?: {
    readonly javaScriptEnabled?: boolean;
    readonly viewport?: { readonly width: number; readonly height: number };
  }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

/** Where scripts/install-browser.sh put a browser; undefined without one, and then the tests are skipped. */
export const BROWSER_HOME = existing(process.env['HIPAA_AI_BROWSER']);

function existing(directory: string | undefined): string | undefined {
  return directory && existsSync(path.join(directory, 'browser')) ? path.resolve(directory) : undefined;
}

export function launch(): Promise<Browser> {
  const { chromium } = requireThere('playwright-core') as Playwright;
  return chromium.launch({
    executablePath: path.join(BROWSER_HOME ?? '', 'browser'),
    // CI is root in a container, where Chromium has no sandbox
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** The script of axe-core, to run in a page. */
export function axeSource(): string {
  return readFileSync(path.join(BROWSER_HOME ?? '', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
}

function requireThere(name: string): unknown {
  return createRequire(path.join(BROWSER_HOME ?? '', 'package.json'))(name);
}
