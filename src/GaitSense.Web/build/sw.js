// Keeps the whole build on the phone. A new version is fetched beside the old one and used when the page says so, or when no page is open: never in a walk.
const version = '__VERSION__';
const files = { /* FILES */ };
const name = `gaitsense-${version}`;

self.addEventListener('install', e => e.waitUntil(keep()));
self.addEventListener('activate', e => e.waitUntil(clean()));
self.addEventListener('message', e => { if (e.data === 'use') self.skipWaiting(); });
self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method === 'GET' && url.origin === location.origin && isKept(url)) e.respondWith(answer(e.request, url));
});

// Only what is on the list: the clinician's desk beside this page, and its server's answers, are none of a phone's business.
function isKept(url) {
  const scope = new URL(self.registration.scope).pathname;
  return url.pathname.startsWith(scope) && (url.pathname === scope || url.pathname.slice(scope.length) in files);
}

const hashName = 'x-content-hash';

// What an older version has with the same bytes is copied, not fetched again.
async function keep() {
  const cache = await caches.open(name);
  for (const [path, hash] of Object.entries(files)) {
    const url = new URL(path, self.registration.scope);
    const old = await caches.match(url);
    const answer = old?.headers.get(hashName) === hash ? old : await fetch(url, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const headers = new Headers(answer.headers);
    headers.set(hashName, hash);
    headers.delete('content-encoding');
    headers.delete('content-length');
    await cache.put(url, new Response(await answer.blob(), { headers }));
  }
}

async function clean() {
  for (const old of await caches.keys()) if (old.startsWith('gaitsense-') && old !== name) await caches.delete(old);
  await self.clients.claim();
}

async function answer(request, url) {
  const cache = await caches.open(name);
  const scope = new URL(self.registration.scope);
  const key = url.pathname === scope.pathname ? new URL('index.html', scope) : url;
  return (await cache.match(key, { ignoreSearch: true })) ?? fetch(request);
}
