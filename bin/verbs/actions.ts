import { UsageError, type Verb } from './verb';

/** Actions of a verb, each loaded when it is asked for. */
export type Actions = Readonly<Record<string, () => Promise<Verb>>>;

/**
 * The action that the first argument names.
 *
 * @returns undefined: help is asked for
 * @throws UsageError no action, or one that is not there
 */
export async function actionAmong(
  actions: Actions,
  [name, ...rest]: readonly string[],
  usage: string,
): Promise<((io: Parameters<Verb>[1]) => ReturnType<Verb>) | undefined> {
  if (name === '--help' || name === '-h' || rest.includes('--help') || rest.includes('-h')) return undefined;
  const load = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!load) {
    const given = name === undefined ? 'no action is given' : `no action '${name}'`;
    throw new UsageError(`${given}; give one of: ${Object.keys(actions).join(', ')}\n\n${usage}`);
  }
  const action = await load();
  return (io) => action(rest, io);
}
