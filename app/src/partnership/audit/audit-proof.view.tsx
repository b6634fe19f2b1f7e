import { Disclosure, LinkButton } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { auditWords } from './audit.words.ts';
import { type AuditFilter, auditQuery, isFiltered } from './audit-filter.ts';

/** The trail as a file, and how anybody can tell that it is whole. */
export function AuditProof({ slug, filter }: { slug: string; filter: AuditFilter }) {
  const t = useWords(auditWords);
  const file = `/p/${slug}/audit.jsonl`;
  return (
    <>
      <p>{t('export.what')}</p>
      <p class="button-row">
        <LinkButton kind="quiet" href={file} download>
          {t('export')}
        </LinkButton>
        {isFiltered(filter) && (
          <LinkButton kind="quiet" href={`${file}${auditQuery(filter)}`} download>
            {t('export.filtered')}
          </LinkButton>
        )}
      </p>
      {isFiltered(filter) && <p>{t('export.filtered.what')}</p>}
      <Disclosure summary={t('verify')}>
        <ol>
          <li>{t('verify.chain')}</li>
          <li>{t('verify.command', { command: `npx concord audit verify ${slug}` })}</li>
          <li>
            {t('verify.copy', {
              command: `npx concord audit verify ${slug} --copy audit-${slug}.jsonl`,
            })}
          </li>
          <li>{t('verify.rest')}</li>
        </ol>
      </Disclosure>
    </>
  );
}
