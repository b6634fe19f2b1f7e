import type { ComponentChildren } from 'preact';
import { Dialog } from '../../ui/dialog.view.tsx';
import { useWords } from '../../ui/words.ts';
import { accessWords } from './access.words.ts';
import { ReaderList } from './reader-list.view.tsx';
import { type Readers, seatsIn } from './readers.ts';
import { VisibleTo } from './visible-to.view.tsx';

const id = 'who-can-read';

export interface WhoCanReadProps {
  readers: Readers;
  /** Further ways in, such as the receipt of a voice. */
  further?: ComponentChildren;
  /** The page's path, where it may be looked at as one of its readers. */
  path?: string | undefined;
}

/** Who can see this in one sentence, and behind a button exactly who and why: on every record's page. */
export function WhoCanRead({ readers, further, path }: WhoCanReadProps) {
  const t = useWords(accessWords);
  const { visibleTo, body } = readers;
  return (
    <>
      <VisibleTo visibility={{ visibleTo, body, count: seatsIn(readers) }}>
        <button class="visibility-more" type="button" popovertarget={id}>
          {t('readers.open')}
        </button>
      </VisibleTo>
      <Dialog id={id} title={t('readers.title')} closeLabel={t('readers.close')}>
        <ReaderList readers={readers} path={path} />
        {further}
      </Dialog>
    </>
  );
}
