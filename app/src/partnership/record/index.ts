export { type RecordHead, type RecordKind, type RecordStateOf, recordPath } from './record.ts';
export { recordWords } from './record.words.ts';
export { RecordChain } from './record-chain.view.tsx';
export { RecordState } from './record-state.view.tsx';
