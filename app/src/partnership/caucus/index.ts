export { caucusWords } from './caucus.words.ts';
export { CaucusPage } from './caucus-page.view.tsx';
export { CaucusSide, LockButton } from './caucus-side.view.tsx';
export { demoPassphrase } from './demo-passphrase.ts';
export { RecoveryPage } from './recovery-page.view.tsx';
export * from './sealing/index.ts';
export { ThreadPage } from './thread-page.view.tsx';
