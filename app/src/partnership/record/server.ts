export { readPublicRecords } from './public-records.store.ts';
export {
  insertRecord,
  linkRecords,
  readChain,
  readHead,
  readHeads,
  setState,
} from './record.store.ts';
