export { readPersonas, signInAsPersona } from './demo.server.ts';
