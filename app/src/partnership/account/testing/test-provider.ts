import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import type { DistrictSettings } from '../district/district-settings.ts';

/** Somebody who can sign in at the provider by typing their name and any password. */
export interface ProviderPerson {
  name: string;
  email: string;
  emailVerified: boolean;
}

export interface TestProvider {
  settings: DistrictSettings;
  people: Map<string, ProviderPerson>;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on this machine, with its own login pages. */
export async function testProvider(mayLeadTo: (address: string) => boolean): Promise<TestProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, ProviderPerson>();
  const settings = {
    issuer,
    clientId: 'concord',
    clientSecret: 'a secret of the test & its provider',
    name: 'Lakeview staff sign-in',
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: ['http://127.0.0.1/unused'],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => {
        const person = people.get(id);
        return {
          sub: id,
          ...(person && {
            name: person.name,
            email: person.email,
            email_verified: person.emailVerified,
          }),
        };
      },
    }),
  });
  // Where Concord runs is not known before it has started.
  provider.Client.prototype.redirectUriAllowed = mayLeadTo;
  server.on('request', provider.callback());
  return {
    settings,
    people,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
