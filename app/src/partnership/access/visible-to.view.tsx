import type { ComponentChildren } from 'preact';
import { VisibilityLine } from '../../ui/visibility-line.view.tsx';
import { useWords } from '../../ui/words.ts';
import { accessWords } from './access.words.ts';
import { sortOf } from './visibility.ts';
import type { VisibilityNamed } from './visibility-words.ts';

const reach = {
  public: 'public',
  partnership: 'shared',
  team: 'closed',
  caucus: 'closed',
  person: 'person',
} as const;

/** Who can see this, in one sentence: on every page. */
export function VisibleTo({
  visibility,
  children,
}: {
  visibility: VisibilityNamed;
  /** More about it, in the same line. */
  children?: ComponentChildren;
}) {
  const t = useWords(accessWords);
  const sort = sortOf(visibility.visibleTo);
  return (
    <VisibilityLine
      reach={reach[sort]}
      text={t(`visible.${sort}`, { body: visibility.body, count: visibility.count })}
    >
      {children}
    </VisibilityLine>
  );
}
