export {
  redeemMagicLink,
  sendMagicLink,
  signInWithPassword,
  signOut,
  signUp,
} from './account.server.ts';
export { createSignIn, type SignIn, sessionCookie, sessionTokenOf } from './sign-in.server.ts';
