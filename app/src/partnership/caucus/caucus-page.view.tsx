import { EmptyState, Section } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { ThreadListed } from './caucus.store.ts';
import { type CaucusSpace, standingIn, waitingIn } from './caucus.ts';
import { caucusWords } from './caucus.words.ts';
import { CaucusFrame, type CaucusFrameProps } from './caucus-frame.view.tsx';
import { PassphraseForm } from './passphrase-form.view.tsx';
import { RecoverySheet } from './recovery-sheet.view.tsx';
import { sealedAttributes } from './sealed-attributes.ts';
import { threadSorts } from './sealing/texts.ts';
import { SecretField } from './secret-field.view.tsx';

export interface CaucusPageProps extends Omit<CaucusFrameProps, 'children'> {
  organization: string;
  address: string;
  threads: readonly ThreadListed[];
}

/** An organization's own space, from its first key to its texts. */
export function CaucusPage({ threads, organization, address, ...frame }: CaucusPageProps) {
  const { space, base } = frame;
  return (
    <CaucusFrame {...frame}>
      <Way space={space} base={base} />
      <RecoverySheet organization={organization} address={address} />
      <div class="key-open" hidden data-when="open">
        <LetIn space={space} />
        <Threads threads={threads} base={base} />
        <NewText />
      </div>
    </CaucusFrame>
  );
}

/** What a person does once before they can read here. */
function Way({ space, base }: { space: CaucusSpace; base: string }) {
  const t = useWords(caucusWords);
  const standing = standingIn(space);
  if (standing === 'not-begun' && !space.lead) {
    const leads = space.people.filter(({ lead }) => lead).map(({ name }) => name);
    return (
      <EmptyState title={t('begin.wait.title')}>
        <p>{t('begin.wait', { leads: leads.join(', ') || t('begin.nobody') })}</p>
      </EmptyState>
    );
  }
  if (standing === 'not-begun')
    return (
      <section class="section" hidden data-when="begin">
        <h2>{t('begin.title')}</h2>
        <p>{t('begin')}</p>
        <PassphraseForm does="begin" button={t('begin.button')} />
      </section>
    );
  if (standing === 'keyless')
    return (
      <section class="section" hidden data-when="keys">
        <h2>{t('keys.title')}</h2>
        <p>{t('keys')}</p>
        <PassphraseForm does="keys" button={t('keys.button')} />
      </section>
    );
  return (
    <section class="section" hidden data-when="waiting">
      <h2>{t('waiting.title')}</h2>
      <p>{t('waiting')}</p>
      <p>
        {t('waiting.code')}: <output class="key-digits" data-my-code />
      </p>
      <p>
        {t('waiting.recovery')} <a href={`${base}/recovery`}>{t('waiting.recovery.link')}</a>
      </p>
    </section>
  );
}

/** Never in silence: whoever lets somebody in sees name, seat and numbers, and presses once for each. */
function LetIn({ space }: { space: CaucusSpace }) {
  const t = useWords(caucusWords);
  const waiting = waitingIn(space).filter(({ personId }) => personId !== space.personId);
  if (waiting.length === 0) return null;
  return (
    <section class="needs">
      <h2 class="needs-title">{t('in.title')}</h2>
      <p>{t('in.lead')}</p>
      <ul class="record-list">
        {waiting.map(({ personId, name, seat }) => (
          <li key={personId} class="record-row" data-waiting={personId}>
            <div class="record-row-main">
              <p class="record-row-title">{name}</p>
              <p class="record-row-text">{seat}</p>
              <p>
                <output class="key-digits" data-code />
              </p>
              <button class="button button-quiet key-act" type="button" data-do="let-in">
                {t('in.button', { name })}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Threads({ threads, base }: { threads: readonly ThreadListed[]; base: string }) {
  const t = useWords(caucusWords);
  const dates = useDates();
  if (threads.length === 0)
    return (
      <EmptyState title={t('empty.title')}>
        <p>{t('empty')}</p>
      </EmptyState>
    );
  return (
    <ul class="record-list" aria-label={t('texts')}>
      {threads.map((thread) => (
        <li
          key={thread.id}
          class="record-row"
          {...sealedAttributes({ ...thread, threadId: thread.id, sealed: thread.head })}
        >
          <div class="record-row-main">
            <p class="record-row-kind" data-kind />
            <p class="record-row-title">
              <a href={`${base}/${thread.id}`} data-text>
                {t('sealed')}
              </a>
            </p>
            <div class="record-row-facts">
              <span>{t('posts', { count: thread.posts })}</span>
              <span>{dates.dayIn(thread.changedAt)}</span>
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function NewText() {
  const t = useWords(caucusWords);
  return (
    <Section title={t('new')} id="new">
      <form class="form" data-do="open" novalidate>
        <div class="field">
          <label class="field-label" for="field-sort">
            {t('sort')}
          </label>
          <select class="control control-select" id="field-sort" data-secret="sort">
            {threadSorts.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort.${sort}`)}
              </option>
            ))}
          </select>
        </div>
        <SecretField secret="title" sort="line" label={t('field.title')} maxlength={200} />
        <SecretField secret="text" sort="text" label={t('field.body')} maxlength={20_000} />
        <button class="button button-primary" type="submit">
          {t('open')}
        </button>
      </form>
    </Section>
  );
}
