import { Disclosure, LinkButton } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { PostShown, ThreadShown } from './caucus.store.ts';
import { standingIn } from './caucus.ts';
import { caucusWords } from './caucus.words.ts';
import { CaucusFrame, type CaucusFrameProps } from './caucus-frame.view.tsx';
import { sealedAttributes } from './sealed-attributes.ts';
import { SecretField } from './secret-field.view.tsx';

export interface ThreadPageProps extends Omit<CaucusFrameProps, 'children'> {
  thread: ThreadShown;
}

/** One thread: its words stand here sealed, and open in place. */
export function ThreadPage({ thread, ...frame }: ThreadPageProps) {
  const { space, base } = frame;
  const t = useWords(caucusWords);
  return (
    <CaucusFrame {...frame}>
      {standingIn(space) !== 'let-in' && (
        <p>
          <LinkButton href={base}>{t('go-unlock')}</LinkButton>
        </p>
      )}
      <div
        {...sealedAttributes({ ...thread, threadId: thread.id, sealed: thread.head })}
        data-heading
      >
        <p class="record-row-kind" data-kind hidden />
        <h2 data-text>{t('sealed')}</h2>
      </div>
      <ul class="record-list" data-posts>
        {thread.posts.map((post) => (
          <Post
            key={post.id}
            post={post}
            threadId={thread.id}
            own={post.personId === space.personId}
          />
        ))}
      </ul>
      <div class="key-open" hidden data-when="open">
        <Reply />
      </div>
    </CaucusFrame>
  );
}

function Post({ post, threadId, own }: { post: PostShown; threadId: string; own: boolean }) {
  const t = useWords(caucusWords);
  const dates = useDates();
  const { id: postId, name, body } = post;
  return (
    <li class="record-row" {...sealedAttributes({ ...post, postId, threadId, sealed: body })}>
      <div class="record-row-main">
        <div class="record-row-facts">
          <strong>{name}</strong>
          <span>{dates.moment(post.createdAt)}</span>
          {body && post.version > 1 && (
            <span>{t('changed', { when: dates.moment(post.changedAt) })}</span>
          )}
        </div>
        {body ? (
          <div class="prose" data-text>
            <p class="sealed-text">{t('sealed')}</p>
          </div>
        ) : (
          <p class="sealed-text">{t('removed', { name })}</p>
        )}
        {body && own && (
          <div hidden data-when="open">
            <Disclosure summary={t('edit')}>
              <form class="form" data-do="edit" novalidate data-own-change>
                <SecretField
                  secret="text"
                  sort="text"
                  label={t('edit.field')}
                  maxlength={20_000}
                  of={postId}
                />
                <button class="button button-primary" type="submit">
                  {t('edit.save')}
                </button>
              </form>
              <p class="key-act field-hint">{t('remove.sure')}</p>
              <button class="button button-danger key-act" type="button" data-do="remove">
                {t('remove')}
              </button>
            </Disclosure>
          </div>
        )}
      </div>
    </li>
  );
}

function Reply() {
  const t = useWords(caucusWords);
  return (
    <>
      <p hidden data-draft-only>
        <button class="button button-quiet" type="button" data-do="copy">
          {t('copy')}
        </button>{' '}
        <span role="status" data-copied />
      </p>
      <details class="disclosure" hidden data-earlier>
        <summary>{t('earlier')}</summary>
        <ul class="record-list" />
      </details>
      <form class="form" data-do="post" novalidate hidden>
        <SecretField secret="text" sort="text" label={t('reply')} maxlength={20_000} />
        <button class="button button-primary" type="submit">
          {t('send')}
        </button>
      </form>
    </>
  );
}
