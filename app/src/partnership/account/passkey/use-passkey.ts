import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { SignIn } from '../sign-in.server.ts';
import { issueTicket, takeTicket } from '../ticket.store.ts';
import { findPasskey, notePasskeyUse } from './passkey.store.ts';
import { questionMinutes, readAnswer, relyingParty } from './relying-party.ts';

/** A question to any passkey of this installation: nobody says who they are first. */
export async function askForPasskey(signIn: SignIn) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(signIn).id,
    challenge: new Uint8Array(signIn.random.bytes(32)),
    timeout: questionMinutes * 60_000,
    userVerification: 'required',
  });
  const ticket = await issueTicket(signIn, 'passkey-use', {
    content: { challenge: options.challenge },
    minutes: questionMinutes,
  });
  return { options, ticket };
}

/** The account whose passkey answers the question; null when it does not, or did before. */
export async function accountOfPasskey(
  signIn: SignIn,
  input: { ticket: string; response: string },
): Promise<string | null> {
  const ticket = await takeTicket(signIn, 'passkey-use', input.ticket);
  const response = readAnswer<AuthenticationResponseJSON>(input.response);
  const passkey = response && (await findPasskey(signIn, response.id));
  if (!ticket || !passkey) return null;
  const party = relyingParty(signIn);
  // A counter that does not move on is a copied passkey, which the library refuses.
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: String(ticket.content.challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => null);
  if (!result?.verified) return null;
  const noted = await notePasskeyUse(signIn, passkey, result.authenticationInfo.newCounter);
  return noted ? passkey.accountId : null;
}
