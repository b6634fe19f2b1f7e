export { rowsOf } from './export-rows.store.ts';
export { leaveOut, putBack } from './leave-out.ts';
export { makeCopy } from './make-copy.ts';
export { readNames } from './names.store.ts';
export { openRequest } from './open-request.ts';
export { enterOwn, forgetMe, readOwnPartnerships, readOwnRows } from './own.store.ts';
export { ownCopy } from './own-copy.ts';
export { readLeftOut, readRequest, readRequests } from './request.store.ts';
export { reviewRequest } from './review-request.ts';
