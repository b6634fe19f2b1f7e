export {
  type ExportRow,
  exportScopes,
  type LeftOut,
  mayPrepareExport,
  type RecordsRequest,
} from './export.ts';
export { exportWords } from './export.words.ts';
export { OwnPage } from './own-page.view.tsx';
export { RequestForm } from './request-form.view.tsx';
export { Requests } from './requests.view.tsx';
export { Review } from './review.view.tsx';
export { reviewItems } from './review-items.ts';
