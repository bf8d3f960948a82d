/** A client of AWS that is not installed: who uses a key file needs none. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage';

  constructor(name: string) {
    super(`keys in KMS need the package ${name}; npm install ${name}`);
  }
}

const NOT_FOUND = /'(@aws-sdk\/[a-z0-9-]+)'/u;

/**
 * Loads a module that stands on a client of AWS.
 *
 * @throws MissingPackage naming the one to install
 */
export async function needingClients<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
    const [, name] = (missing && NOT_FOUND.exec(message)) || [];
    throw name === undefined ? error : new MissingPackage(name);
  }
}
