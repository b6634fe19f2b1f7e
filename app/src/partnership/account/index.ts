export { accountWords } from './account.words.ts';
export {
  AuthenticatorOn,
  AuthenticatorSetup,
  RecoveryCodes,
} from './authenticator/authenticator.view.tsx';
export { CodeForm } from './authenticator/code-form.view.tsx';
export { DistrictLink } from './district/district.view.tsx';
export { Passkeys } from './passkey/passkeys.view.tsx';
export { NewPassword } from './password/new-password.view.tsx';
export { PasswordForm } from './password/password-form.view.tsx';
export { SeatChoice } from './seat-choice.view.tsx';
export { SessionList } from './session/session-list.view.tsx';
export { SignInForms } from './sign-in-forms.view.tsx';
export { Ways } from './ways.view.tsx';
