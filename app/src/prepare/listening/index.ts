export { HeldList } from './held-list.view.tsx';
export { HeldReceipt } from './held-receipt.view.tsx';
export { type HeldVoice, mayReadHeld } from './held-voice.ts';
export { asideReasons, type HoldReason } from './holding.ts';
export { KeepReceipt } from './keep-receipt.view.tsx';
export { LinkFacts } from './link-facts.view.tsx';
export { LinkForm } from './link-form.view.tsx';
export { LinkList, LinkStanding } from './link-list.view.tsx';
export { ListenClosed } from './listen-closed.view.tsx';
export { ListenForm, unsaid } from './listen-form.view.tsx';
export {
  deviceRules,
  guestVisibilities,
  type ListeningLink,
  type ListeningLinkRow,
  listenPath,
  mayMakeLink,
  mostVoicesOfLink,
} from './listening.ts';
export { listeningWords } from './listening.words.ts';
export { Poster } from './poster.view.tsx';
export { ReceiptPage } from './receipt-page.view.tsx';
