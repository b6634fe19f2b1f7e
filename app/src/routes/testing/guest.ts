import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Hono } from 'hono';

export interface Guest {
  get(path: string, init?: { headers?: Record<string, string> }): Promise<Response>;
  /** Solves the link's task, as a browser does. */
  proof(path: string): Promise<string>;
  say(path: string, fields?: Record<string, string>, from?: From): Promise<Response>;
}

export interface From {
  language?: string;
  cookie?: string;
  forwardedFor?: string;
  /** The address at the other end of the wire. */
  socket?: string;
}

/** Somebody without an account, with whatever they have in hand. */
export function guestOf(hono: Hono): Guest {
  const ask = async (path: string, init: RequestInit, socket = '192.0.2.1') =>
    hono.request(`http://concord.test${path}`, init, {
      incoming: { socket: { remoteAddress: socket } },
    });
  const get: Guest['get'] = (path, init = {}) => ask(path, init);
  return {
    get,
    proof: async (path) => {
      const challenge = await (await get(`${path}/challenge`)).json();
      return JSON.stringify({
        challenge,
        solution: await solveChallenge({ challenge, deriveKey }),
      });
    },
    say: (path, fields = {}, from = {}) =>
      ask(
        path,
        {
          method: 'POST',
          body: new URLSearchParams({
            sort: 'concern',
            body: 'The bus is late on three days out of five.',
            constituency: 'families',
            ...fields,
          }),
          headers: {
            'sec-fetch-site': 'same-origin',
            'accept-language': from.language ?? 'en',
            ...(from.cookie ? { cookie: from.cookie } : {}),
            ...(from.forwardedFor ? { 'x-forwarded-for': from.forwardedFor } : {}),
          },
        },
        from.socket,
      ),
  };
}
