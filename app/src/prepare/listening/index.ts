export { LinkForm } from './link-form.view.tsx';
export { LinkList, LinkStanding } from './link-list.view.tsx';
export { ListenForm } from './listen-form.view.tsx';
export { type ListeningLink, type ListeningLinkRow, listenPath, mayMakeLink } from './listening.ts';
export { listeningWords } from './listening.words.ts';
export { Poster } from './poster.view.tsx';
export { ReceiptPage } from './receipt-page.view.tsx';
