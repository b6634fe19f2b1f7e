import { useWords } from '../../ui/words.ts';
import { type RecordKind, recordPath } from '../record/index.ts';
import { auditWords } from './audit.words.ts';
import type { AuditLine } from './audit-lines.store.ts';
import type { AuditObject } from './audit-objects.store.ts';

/** What a line was about: seats, organizations, places and the like, by name and linked. */
export function AuditObjects({ slug, line }: { slug: string; line: AuditLine }) {
  const t = useWords(auditWords);
  const { objects, record, details } = line;
  if (objects.length > 0)
    return (
      <ul class="audit-objects">
        {objects.map((object) => (
          <li key={object.id}>
            <Named slug={slug} object={object} />
          </li>
        ))}
      </ul>
    );
  if (details.removed !== undefined) return <p>{t('note-removed')}</p>;
  // What has no page any more, or none yet, is still known by the name it had.
  const named = record ? undefined : (details.title ?? details.name);
  return typeof named === 'string' ? <p>{t('named', { name: named })}</p> : null;
}

function Named({ slug, object: { sort, id, name, more } }: { slug: string; object: AuditObject }) {
  const base = `/p/${slug}`;
  const href = {
    seat: `${base}/partners/seats/${id}`,
    organization: `${base}/partners/organizations/${id}`,
    record: recordPath(slug, { kind: (more ?? 'goal') as RecordKind, id }),
    indicator: `${base}/indicators/${id}`,
    listening: `${base}/listening/${id}`,
    person: null,
    site: null,
    series: null,
  }[sort];
  const text = sort === 'seat' && more ? `${name}, ${more}` : name;
  return href ? <a href={href}>{text}</a> : <>{text}</>;
}
