import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Disclosure,
  Form,
  LinkButton,
  Notice,
  PersonChip,
  Prose,
  Section,
  TextArea,
} from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { seatGroup } from '../access/index.ts';
import {
  mayCorrect,
  mayTakeBack,
  minutesToCorrect,
  type Post,
  type SeatsKnown,
  type WayOut,
} from './discussion.ts';
import { discussionWords } from './discussion.words.ts';

export interface DiscussionProps {
  form: FormState;
  base: string;
  record: { id: string };
  posts: readonly Post[];
  seats: SeatsKnown;
  /** Whoever reads; undefined for visitors, who write nothing. */
  personId: string | undefined;
  wayOut: WayOut | null;
}

/** What people say about a record, in the order in which they said it. */
export function Discussion(props: DiscussionProps) {
  const { form, base, record, posts, personId, wayOut } = props;
  const t = useWords(discussionWords);
  if (!personId && posts.length === 0) return null;
  return (
    <Section title={t('title')} id="discussion">
      <FormSummary form={form} />
      {posts.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <ol class="posts">
          {posts.map((post) => (
            <PostShown key={post.id} {...props} post={post} />
          ))}
        </ol>
      )}
      {personId && (
        <div class="no-print">
          {wayOut ? (
            <Guard base={base} record={record} wayOut={wayOut} />
          ) : (
            <Form action={`${base}/discussions/${record.id}`}>
              <TextArea
                {...field(form, 'body')}
                id="discussion-body"
                label={t('write')}
                hint={t('write.hint', { minutes: minutesToCorrect })}
                maxlength={4000}
                rows={3}
                draft={`${personId} discussion ${record.id}`}
              />
              <Button kind="quiet">{t('write.save')}</Button>
            </Form>
          )}
        </div>
      )}
    </Section>
  );
}

function PostShown({ post, base, seats, personId }: DiscussionProps & { post: Post }) {
  const t = useWords(discussionWords);
  const dates = useDates();
  const { locale, now } = useLocale();
  const seat = seats.get(post.seatId);
  const at = `${base}/discussions/posts/${post.id}`;
  return (
    <li id={post.id}>
      <div class="post-head">
        {seat ? (
          <PersonChip
            name={post.name ?? undefined}
            seat={`${seat.title}, ${seat.organizationName}`}
            group={seatGroup(locale, seat.constituency)}
          />
        ) : (
          <span>{post.name ?? t('somebody')}</span>
        )}
        <span class="post-when">
          {dates.moment(post.createdAt)}
          {post.changedAt && ` · ${t('corrected')}`}
        </span>
      </div>
      {post.withdrawnAt ? (
        <p class="post-gone">{t('gone', { date: dates.day(post.withdrawnAt) })}</p>
      ) : (
        <Prose text={post.body} />
      )}
      {mayTakeBack(post, personId) && (
        <div class="no-print">
          <Disclosure summary={t('yours')}>
            {mayCorrect(post, personId, now) && (
              <Form action={`${at}/correct`}>
                <TextArea
                  name="body"
                  id={`body-${post.id}`}
                  label={t('correct')}
                  value={post.body}
                  maxlength={4000}
                  rows={3}
                />
                <Button kind="quiet">{t('correct.save')}</Button>
              </Form>
            )}
            <Form action={`${at}/take-back`}>
              <p>{t('take-back.text')}</p>
              <Button kind="quiet">{t('take-back')}</Button>
            </Form>
          </Disclosure>
        </div>
      )}
    </li>
  );
}

/** Why a member of a public body cannot write here now, and what they can do. */
function Guard(props: { base: string; record: { id: string }; wayOut: WayOut }) {
  const { base, record, wayOut } = props;
  const { guarded, bodyName, meeting } = wayOut;
  const t = useWords(discussionWords);
  return (
    <Notice title={t('guard.title')}>
      <p>{t(`guard.${guarded.why}`, { body: bodyName })}</p>
      <p>
        {meeting
          ? t('guard.bring', { meeting: meeting.title })
          : t('guard.no-meeting', { body: bodyName })}{' '}
        <a href={`${base}/rules#between`}>{t('guard.rules')}</a>
      </p>
      {meeting?.mayBring && (
        <Form action={`${base}/meetings/${meeting.id}/items`} hidden={{ recordIds: record.id }}>
          <Button>{t('guard.put', { meeting: meeting.title })}</Button>
        </Form>
      )}
      {meeting && !meeting.mayBring && (
        <LinkButton kind="quiet" href={`${base}/meetings/${meeting.id}`}>
          {meeting.title}
        </LinkButton>
      )}
    </Notice>
  );
}
