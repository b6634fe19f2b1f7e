import { sealHead, sealPost, type ThreadSort, threadSorts } from '../sealing/texts.ts';
import { type CaucusInPage, hush, sayAt, secret, trusts, word } from './page.ts';
import { send } from './send.ts';
import { whereOf } from './show-texts.ts';

/** What is written: never with a key in doubt, and never nothing. */
function written(page: CaucusInPage, form: HTMLFormElement, name: string): string | null {
  const control = secret(form, name);
  const text = control.value.trim();
  if (!trusts(page)) return null;
  hush(page);
  if (text === '') sayAt(control, word(page, 'say.required'));
  else return text;
  return null;
}

export async function openThread(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const { chain, place, facts } = page;
  const title = written(page, form, 'title');
  const text = title === null ? null : written(page, form, 'text');
  if (!chain || title === null || text === null) return;
  const key = chain.newest;
  const chosen = secret(form, 'sort').value;
  const sort: ThreadSort = threadSorts.find((known) => known === chosen) ?? 'discussion';
  const [threadId, postId] = [crypto.randomUUID(), crypto.randomUUID()];
  const { personId } = facts;
  const where = { threadId, personId };
  await send(page, '', {
    newId: threadId,
    postId,
    generation: key.generation,
    head: await sealHead(key, place, where, { sort, title }),
    body: await sealPost(key, place, { ...where, postId, version: 1 }, text),
  });
}

export async function addPost(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const { chain, place, facts, root } = page;
  const text = written(page, form, 'text');
  const heading = root.querySelector<HTMLElement>('[data-heading]');
  if (!chain || !heading || text === null) return;
  const key = chain.newest;
  const { threadId } = whereOf(heading);
  const postId = crypto.randomUUID();
  const where = { threadId, postId, personId: facts.personId, version: 1 };
  await send(page, `/${threadId}/posts`, {
    postId,
    generation: key.generation,
    body: await sealPost(key, place, where, text),
  });
}

export async function editPost(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const { chain, place } = page;
  const post = form.closest<HTMLElement>('[data-post]');
  const text = written(page, form, 'text');
  if (!chain || !post || text === null) return;
  const key = chain.newest;
  const where = whereOf(post);
  const version = (where.version ?? 0) + 1;
  await send(page, `/posts/${where.postId}/edit`, {
    version: version,
    generation: key.generation,
    body: await sealPost(key, place, { ...where, version }, text),
  });
}

export async function removePost(page: CaucusInPage, button: HTMLElement): Promise<void> {
  const post = button.closest<HTMLElement>('[data-post]');
  if (post) await send(page, `/posts/${post.dataset.post}/remove`, {});
}
