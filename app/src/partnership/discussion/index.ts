export type { Guarded, Post, WayOut } from './discussion.ts';
export { Discussion } from './discussion.view.tsx';
export { discussionWords } from './discussion.words.ts';
