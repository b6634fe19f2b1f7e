export { signInAsPersona } from './demo.server.ts';
export { demoIsThere, readPersonas } from './demo.store.ts';
