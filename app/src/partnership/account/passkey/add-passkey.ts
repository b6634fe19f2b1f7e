import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { InputProblem } from '../../../platform/input-problem.ts';
import type { AccountFound } from '../account.store.ts';
import type { SignIn } from '../sign-in.server.ts';
import { issueTicket, takeTicket } from '../ticket.store.ts';
import { keepPasskey, listPasskeys } from './passkey.store.ts';
import { algorithms, questionMinutes, readAnswer, relyingParty } from './relying-party.ts';

/** What the browser is asked to make, and the ticket for bringing it back. */
export async function askForNewPasskey(signIn: SignIn, account: AccountFound) {
  const party = relyingParty(signIn);
  const there = await listPasskeys(signIn, account.id);
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    challenge: new Uint8Array(signIn.random.bytes(32)),
    timeout: questionMinutes * 60_000,
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: there.map(({ id, transports }) => ({ id, transports })),
    // The passkey itself says whose it is, and has made sure that the person is there.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const ticket = await issueTicket(signIn, 'passkey-add', {
    accountId: account.id,
    content: { challenge: options.challenge },
    minutes: questionMinutes,
  });
  return { options, ticket };
}

/** Keeps what the browser made, if it answers this account's own question. */
export async function addPasskey(
  signIn: SignIn,
  account: AccountFound,
  input: { ticket: string; response: string; name: string },
): Promise<void> {
  const ticket = await takeTicket(signIn, 'passkey-add', input.ticket);
  const response = readAnswer<RegistrationResponseJSON>(input.response);
  if (ticket?.accountId !== account.id || !response) throw failed();
  const party = relyingParty(signIn);
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: String(ticket.content.challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null);
  if (!result?.verified) throw failed();
  const { credential } = result.registrationInfo;
  const kept = await keepPasskey(signIn, {
    id: credential.id,
    accountId: account.id,
    name: input.name,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
  });
  if (!kept) throw new InputProblem({ form: 'account.passkey-twice' });
}

const failed = () => new InputProblem({ form: 'account.passkey-failed' });
