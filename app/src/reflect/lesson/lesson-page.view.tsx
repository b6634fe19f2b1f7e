import { Prose, Section } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type LessonShown, lessonParts } from './lesson.ts';
import { lessonWords } from './lesson.words.ts';

export function LessonPage({ lesson, contact }: { lesson: LessonShown; contact: string | null }) {
  const t = useWords(lessonWords);
  return (
    <>
      {lessonParts
        .filter((part) => lesson[part])
        .map((part) => (
          <Section key={part} title={t(`field.${part}`)}>
            <Prose text={lesson[part]} />
          </Section>
        ))}
      {contact && (
        <Section title={t('field.contact')}>
          <p>{contact}</p>
        </Section>
      )}
    </>
  );
}
