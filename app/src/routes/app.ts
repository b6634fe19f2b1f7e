import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { trimTrailingSlash } from 'hono/trailing-slash';
import { clientFolder } from './assets.ts';
import { everyRoute } from './every-route.ts';
import { Routes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import { sendError } from './send.tsx';
import type { Services } from './services.ts';

/** The whole web application, without a socket. */
export function createApp(services: Services): { hono: Hono; routes: Routes } {
  const hono = new Hono();
  hono.use(securityHeaders(services.baseUrl));
  // Forms come from our own pages: browsers say so in Sec-Fetch-Site, older ones in Origin.
  hono.use(
    csrf({
      origin: (origin, c) => URL.canParse(origin) && new URL(origin).host === c.req.header('host'),
    }),
  );
  hono.use(
    '/assets/*',
    serveStatic({
      root: clientFolder(),
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  hono.get('/favicon.svg', serveStatic({ root: clientFolder() }));
  hono.use(trimTrailingSlash());
  const routes = new Routes(hono, services);
  everyRoute(routes);
  hono.notFound((c) => routes.unknown(c));
  hono.onError((error, c) => sendError(c, services, null, error));
  return { hono, routes };
}
