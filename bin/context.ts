import type { App } from 'aws-cdk-lib';

/** A `-c name=value` that cannot be used. */
export class InvalidContext extends Error {
  override readonly name = 'InvalidContext';
}

/** Text given with `cdk … -c name=value`. */
export function contextText(app: App, name: string, preset: string): string {
  const value: unknown = app.node.tryGetContext(name) ?? preset;
  if (typeof value !== 'string') throw new InvalidContext(`-c ${name} is no text; give -c ${name}=value`);
  return value;
}

/** A day given with `-c name=YYYY-MM-DD`; today (UTC) when none is. */
export function contextDay(app: App, name: string): string {
  const day = contextText(app, name, new Date().toISOString().slice(0, 10));
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(Date.parse(day))) {
    throw new InvalidContext(`-c ${name} is '${day}'; give a day as YYYY-MM-DD`);
  }
  return day;
}
