export {
  redeemMagicLink,
  sendMagicLink,
  signInWithPassword,
  signOut,
  signUp,
} from './account.server.ts';
export { createSignIn, type SignIn, sessionTokenOf } from './sign-in.server.ts';
