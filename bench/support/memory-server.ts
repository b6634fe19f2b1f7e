// The reference of the page benchmark: the same bytes with the same headers by the same HTTP stack, from memory.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

process.once('message', ({ body, headers }: { body: string; headers: Record<string, string> }) => {
  const hono = new Hono();
  hono.get('*', (c) => c.body(body, 200, headers));
  const server = serve({ fetch: hono.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.send!(`http://127.0.0.1:${port}`);
  });
  process.once('disconnect', () => server.close(() => process.exit(0)));
});
