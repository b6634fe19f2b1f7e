import { Button, ButtonRow } from '../../../ui/button.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import { RecordList, RecordRow } from '../../../ui/record-list.view.tsx';
import { StateWord } from '../../../ui/state-word.view.tsx';
import { useDates, useWords } from '../../../ui/words.ts';
import type { Way } from '../account.ts';
import { accountWords } from '../account.words.ts';

export interface SessionShown {
  id: string;
  way: Way;
  device: string;
  openedAt: Date;
  usedAt: Date;
  here: boolean;
}

/** Where somebody is signed in, and how to end it. */
export function SessionList({ sessions }: { sessions: readonly SessionShown[] }) {
  const t = useWords(accountWords);
  const dates = useDates();
  return (
    <>
      <RecordList label={t('sessions.list')}>
        {sessions.map(({ id, way, device, openedAt, usedAt, here }) => (
          <RecordRow
            key={id}
            title={device || t('sessions.unknown')}
            state={here ? <StateWord tone="open">{t('sessions.here')}</StateWord> : undefined}
            who={t('sessions.since', { when: dates.day(openedAt), way })}
            when={t('sessions.used', { when: dates.dayIn(usedAt) })}
          >
            {here ? undefined : (
              <Form action="/account/sessions/end" hidden={{ session: id }}>
                <Button kind="quiet">
                  {t('sessions.end')}
                  <span class="visually-hidden">
                    {': '}
                    {device || t('sessions.unknown')}
                  </span>
                </Button>
              </Form>
            )}
          </RecordRow>
        ))}
      </RecordList>
      <Form action="/account/sessions/end-others">
        <ButtonRow>
          {sessions.length > 1 && <Button kind="quiet">{t('sessions.end-others')}</Button>}
          <Button kind="quiet" formAction="/account/sessions/end-all" forgetsDrafts>
            {t('sessions.end-all')}
          </Button>
        </ButtonRow>
      </Form>
    </>
  );
}
