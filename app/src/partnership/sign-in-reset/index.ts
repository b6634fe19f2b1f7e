export { ResetPage, UseResetLink } from './reset-page.view.tsx';
export { mayStopReset, type SignInReset } from './sign-in-reset.ts';
export { signInResetWords } from './sign-in-reset.words.ts';
