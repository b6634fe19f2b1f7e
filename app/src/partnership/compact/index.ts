export { mayWriteCompact } from './compact.ts';
export { compactWords } from './compact.words.ts';
export { CompactForm } from './compact-form.view.tsx';
export { CompactPage } from './compact-page.view.tsx';
