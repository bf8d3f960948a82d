/** Time that whoever is called has to say itself that its signal was given. */
const GRACE_MS = 250;

/**
 * Waits so long and no longer.
 *
 * @throws DOMException TimeoutError; and what `work` throws
 */
export async function withinDeadline<Answer>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    const expire = (): void => reject(new DOMException('no answer', 'TimeoutError'));
    // clients of AWS heed a signal while they wait for an answer, not while they wait for credentials
    timer = setTimeout(expire, milliseconds + GRACE_MS);
  });
  try {
    return await Promise.race([work(AbortSignal.timeout(milliseconds)), expiry]);
  } finally {
    clearTimeout(timer);
  }
}
