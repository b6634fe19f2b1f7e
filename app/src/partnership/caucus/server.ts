export { beginCaucus } from './begin-caucus.ts';
export { readSpace, readThread, readThreads } from './caucus.store.ts';
export type { CaucusSpace } from './caucus.ts';
export { changeKey } from './change-key.ts';
export { keepPasskey, keepPersonKey } from './keep-person-key.ts';
export { letIn } from './let-in.ts';
export { type CaucusPlay, playCaucus } from './play-caucus.ts';
export { renewRecovery } from './renew-recovery.ts';
export { editPost, openThread, removePost, writeInThread } from './write-in-caucus.ts';
