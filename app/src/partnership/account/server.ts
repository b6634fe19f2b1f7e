export { type AccountFound, addAccount, findAccount, readAccount } from './account.store.ts';
export {
  type AuthenticatorState,
  beginAuthenticator,
  confirmAuthenticator,
  readAuthenticator,
  removeAuthenticator,
  replaceRecoveryCodes,
  useCode,
  useRecoveryCode,
} from './authenticator/authenticator.store.ts';
export { base32, setupAddress } from './authenticator/one-time-code.ts';
export {
  findLinkedAccount,
  linkDistrict,
  readDistrictLink,
  unlinkDistrict,
} from './district/district-identity.store.ts';
export type { DistrictSettings } from './district/district-settings.ts';
export {
  type DistrictAim,
  type DistrictPerson,
  leaveForDistrict,
  returnFromDistrict,
} from './district/visit-district.ts';
export { type Arrival, enterCode, finishSignIn, type SignInResult } from './finish-sign-in.ts';
export { redeemMagicLink, sendMagicLink } from './mail-link.ts';
export { makeAccount, type NewAccount } from './make-account.ts';
export { addPasskey, askForNewPasskey } from './passkey/add-passkey.ts';
export {
  countPasskeys,
  listPasskeys,
  namePasskey,
  removePasskey,
} from './passkey/passkey.store.ts';
export { accountOfPasskey, askForPasskey } from './passkey/use-passkey.ts';
export {
  checkPassword,
  readPasswordDay,
  removePassword,
  setPassword,
} from './password/password.store.ts';
export { checkNewPassword } from './password/password-rule.ts';
export {
  cookiesIn,
  endSessionCookieText,
  seatCookieText,
  seatOf,
  sessionCookie,
  sessionTokenOf,
  stepCookieText,
  stepOf,
} from './session/cookies.ts';
export { deviceOf } from './session/device.ts';
export {
  endSession,
  endSessions,
  isFresh,
  listSessions,
  openSession,
  signOut,
} from './session/session.store.ts';
export { createSignIn, type SignIn, type SignInSettings } from './sign-in.server.ts';
export { signInLetter } from './sign-in-letter.ts';
export { type AccountChange, tellChange } from './tell-change.ts';
export { seeTicket } from './ticket.store.ts';
export { useResetLink } from './use-reset-link.ts';
