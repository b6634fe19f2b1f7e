import type { Server, ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { serve } from '@hono/node-server';
import type { Environment } from '../platform/environment.ts';
import { explainListenError } from '../platform/program.ts';
import type { createApp } from './app.ts';
import { brokenRequestPage } from './broken-request.ts';

type App = ReturnType<typeof createApp>['hono'];
type Patience = Pick<
  ServerOptions,
  'headersTimeout' | 'requestTimeout' | 'keepAliveTimeout' | 'connectionsCheckingInterval'
>;

/** How long a connection may take to say what it wants: a slow phone needs seconds, not minutes. */
const patience: Patience = {
  headersTimeout: 15_000,
  // Long enough for a staff roster over a slow line.
  requestTimeout: 180_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};

/** Serves the application on a socket, within limits of time and size. */
export function listen(
  { fetch }: App,
  { host, port }: Pick<Environment, 'host' | 'port'>,
  limits: Patience = patience,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const serverOptions: ServerOptions = { ...limits, maxHeaderSize: 16 * 1024 };
    const server = serve({ fetch, hostname: host, port, serverOptions }, () =>
      resolve(server),
    ) as Server;
    server.on('clientError', answerBroken);
    server.on('error', (error: Error) => reject(explainListenError(error, host, port)));
  });
}

/** What arrived is no request that could reach a page: too slow, too much, or no HTTP at all. */
function answerBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(brokenRequestPage(error.code ?? ''));
}
