import { AccountSettingError } from '../../../lambda/account-settings/account-setting-error';
import { callBedrock } from '../../../lambda/account-settings/bedrock-call';

const failing = (name: string) => () =>
  Promise.reject(Object.assign(new Error('Quillfeather: arn:aws:iam::111122223333:role/x'), { name }));

test.each([
  ['AccessDeniedException', 'ACCESS_DENIED'],
  ['ResourceNotFoundException', 'NOT_FOUND'],
  ['ThrottlingException', 'THROTTLED'],
  ['ValidationException', 'REFUSED'],
  ['TimeoutError', 'TIMED_OUT'],
  ['AbortError', 'TIMED_OUT'],
  ['InternalServerException', 'FAILED'],
  ['CredentialsProviderError', 'FAILED'],
])('%s becomes %s, with nothing of its words', async (name, code) => {
  const error: unknown = await callBedrock('bedrock:Invented', failing(name)).catch(
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(AccountSettingError);
  expect(error).toMatchObject({ code });
  expect(String(error)).toContain('bedrock:Invented');
  expect(String(error)).not.toMatch(/Quillfeather|arn:/u);
});

test('a call that does not end is ended', async () => {
  const never = ({ abortSignal }: { readonly abortSignal: AbortSignal }) =>
    new Promise<never>((_, reject) => {
      abortSignal.addEventListener('abort', () =>
        reject(Object.assign(new Error('aborted'), { name: 'AbortError' })),
      );
    });
  await expect(callBedrock('bedrock:Invented', never, 5)).rejects.toMatchObject({ code: 'TIMED_OUT' });
});
