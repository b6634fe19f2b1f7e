export { correctPost } from './correct-post.ts';
export { readDiscussion, readGuards, readPost } from './discussion.store.ts';
export { takeBackPost } from './take-back-post.ts';
export { writePost } from './write-post.ts';
