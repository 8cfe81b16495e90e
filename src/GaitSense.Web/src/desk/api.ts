import { language, t } from '../texts/texts';

/** What the server did not do, in one line and, where there are some, its reasons. */
export class Problem extends Error {
  constructor(message: string, readonly status: number, readonly reasons: readonly string[] = [], readonly detail = '') {
    super(message);
  }
}

/** What happens when nobody is signed in any more; the frame sets it. */
export const whenSignedOut: { act: () => void } = { act: () => undefined };

export const address = (path: string): string => new URL('api/v1/', document.baseURI).href + path;

/** A link that opens by itself: it carries the language of the desk. */
export const pageAddress = (path: string): string => `${address(path)}${path.includes('?') ? '&' : '?'}language=${language.value}`;

async function answer(method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': language.value };
  if (method !== 'GET') headers['X-GaitSense'] = '1';
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
  let response: Response;
  try {
    response = await fetch(address(path), { method, headers, credentials: 'same-origin', cache: 'no-store', ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }) });
  } catch {
    throw new Problem(t('desk.problem.network'), 0);
  }
  if (response.ok) return response;
  if (response.status === 401 && !path.startsWith('auth/')) whenSignedOut.act();
  throw await problemOf(response);
}

/** Problem details (RFC 9457) as a problem; anything else in words of the desk's own. */
export async function problemOf(response: Response): Promise<Problem> {
  const said = /json/.test(response.headers.get('content-type') ?? '') ? ((await response.json().catch(() => ({}))) as { title?: string; detail?: string; reasons?: string[] }) : {};
  const own = response.status === 401 ? 'desk.problem.signed-out' : response.status === 403 ? 'desk.problem.not-allowed' : response.status === 404 ? 'desk.problem.not-found' : 'desk.problem.other';
  // A sign-in that failed says which; elsewhere 401 is only "sign in again".
  return new Problem(said.title ?? t(own, response.status), response.status, said.reasons ?? [], said.detail ?? '');
}

async function value<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const get = async <T>(path: string): Promise<T> => value<T>(await answer('GET', path));
export const post = async <T = void>(path: string, body: unknown = {}): Promise<T> => value<T>(await answer('POST', path, body));
/** A file, as it is. */
export const send = async <T>(path: string, file: Blob): Promise<T> => value<T>(await answer('POST', path, file));
export const patch = async <T = void>(path: string, body: unknown): Promise<T> => value<T>(await answer('PATCH', path, body));
export const remove = async (path: string): Promise<void> => value<void>(await answer('DELETE', path));

/** A file that the server makes, handed to the browser's downloads. */
export async function download(path: string, body: unknown, name: string): Promise<void> {
  const response = await answer('POST', path, body);
  const given = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  [link.href, link.download] = [url, given ?? name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
