import { NotAuthentic } from '../sealing/seal.ts';
import { openHead, openPost, type ThreadHead, type Where } from '../sealing/texts.ts';
import { bytes, type CaucusInPage, secret, word } from './page.ts';
import { proseOf } from './prose.ts';

/** Opens every sealed text in its place. */
export async function showTexts(page: CaucusInPage): Promise<void> {
  const places = [...document.querySelectorAll<HTMLElement>('[data-sealed]')];
  const posts = places.filter((place) => place.dataset.post);
  const heads = places.filter((place) => !place.dataset.post);
  for (const place of heads) {
    const head = await orTampered(page, place, () => readHead(page, place));
    if (head) showHead(page, place, head);
    if (place.hasAttribute('data-heading')) {
      for (const post of posts) await showPost(page, post);
      arrange(page, head?.sort ?? 'discussion', posts);
    }
  }
}

/** Where the page says a text stands. The text opens only if it was sealed for there. */
export const whereOf = ({ dataset }: HTMLElement): Where => ({
  threadId: dataset.thread ?? '',
  personId: dataset.person ?? '',
  ...(dataset.post ? { postId: dataset.post, version: Number(dataset.version) } : {}),
});

const sealedIn = ({ dataset }: HTMLElement) => ({
  generation: Number(dataset.generation),
  sealed: bytes(dataset.sealed ?? ''),
});

function readHead({ chain, place }: CaucusInPage, here: HTMLElement): Promise<ThreadHead> {
  if (!chain) throw new Error('The space is not open.');
  return openHead(chain, place, whereOf(here), sealedIn(here));
}

function showHead(page: CaucusInPage, place: HTMLElement, { sort, title }: ThreadHead): void {
  const text = place.querySelector<HTMLElement>('[data-text]');
  const heading = place.hasAttribute('data-heading') && document.querySelector('h1');
  if (heading) {
    // On the page alone: the browser's history keeps the document's title, which says nothing.
    heading.textContent = title;
    if (text) text.hidden = true;
  }
  const kind = place.querySelector<HTMLElement>('[data-kind]');
  if (text) text.textContent = title;
  if (kind) {
    kind.textContent = word(page, `kind.${sort}`);
    kind.hidden = false;
  }
}

async function showPost(page: CaucusInPage, post: HTMLElement): Promise<void> {
  const { chain, place } = page;
  if (!post.dataset.sealed || !chain) return;
  const text = await orTampered(page, post, () =>
    openPost(chain, place, whereOf(post), sealedIn(post)),
  );
  if (text === null) return;
  post.querySelector('[data-text]')?.replaceChildren(...proseOf(text));
  post.dataset.words = text;
  if (post.querySelector('[data-do="edit"]')) secret(post, 'text').value = text;
}

/** A text that does not fit its place is not shown, and the page says so there. */
async function orTampered<Result>(
  page: CaucusInPage,
  place: HTMLElement,
  open: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof NotAuthentic)) throw error;
    const warning = document.createElement('p');
    warning.className = 'field-error';
    warning.setAttribute('data-tampered', '');
    warning.textContent = word(page, 'say.tampered');
    place.querySelector('[data-text]')?.after(warning);
    return null;
  }
}

/** A discussion goes on; a note is one text; of a draft the last version counts. */
function arrange(
  page: CaucusInPage,
  sort: ThreadHead['sort'],
  posts: readonly HTMLElement[],
): void {
  const reply = page.root.querySelector<HTMLFormElement>('form[data-do="post"]');
  if (!reply) return;
  reply.hidden = sort === 'note';
  if (sort !== 'draft') return;
  const newest = posts.findLast((post) => post.dataset.words !== undefined);
  const label = reply.querySelector('label');
  const button = reply.querySelector('button');
  if (label) label.textContent = word(page, 'reply.draft');
  if (button) button.textContent = word(page, 'send.draft');
  secret(reply, 'text').value = newest?.dataset.words ?? '';
  for (const part of page.root.querySelectorAll<HTMLElement>('[data-draft-only]'))
    part.hidden = false;
  // Of a draft one writes the next version, also of one's own.
  for (const part of page.root.querySelectorAll<HTMLElement>('[data-own-change]'))
    part.hidden = true;
  const earlier = page.root.querySelector<HTMLElement>('[data-earlier]');
  const before = posts.filter((post) => post !== newest);
  earlier?.querySelector('ul')?.append(...before);
  if (earlier) earlier.hidden = before.length === 0;
}
