import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Checkbox,
  DefinitionList,
  Form,
  LinkButton,
  Notice,
  Section,
  TextArea,
  TextField,
  useDates,
  useWords,
} from '../../ui/index.ts';
import type { LeftOut, RecordsRequest } from './export.ts';
import { exportWords } from './export.words.ts';
import { Marked } from './marked.view.tsx';
import { ReviewItem, type ReviewItemShown } from './review-item.view.tsx';

export interface ReviewProps {
  path: string;
  form: FormState;
  request: RecordsRequest;
  items: readonly ReviewItemShown[];
  leftOut: readonly LeftOut[];
  count: number;
  words: string;
  /** Pages count from 1. */
  page: number;
  more: boolean;
}

/** Everything that would leave, to be looked through and marked. */
export function Review(props: ReviewProps) {
  const t = useWords(exportWords);
  const { path, form, request, words, page } = props;
  const open = request.madeAt === null;
  const place = (number: number) =>
    `${path}?${new URLSearchParams({ page: String(number), ...(words ? { words } : {}) })}`;
  return (
    <>
      <FormSummary form={form} />
      <Standing {...props} />
      {open && (
        <Section title={t('everywhere')} id="everywhere">
          <p>{t('everywhere.lead')}</p>
          <Form action={`${path}/leave-out`}>
            <TextArea
              {...field(form, 'passages')}
              label={t('passages')}
              hint={t('passages.hint')}
              rows={3}
            />
            <TextField {...field(form, 'reason')} label={t('reason')} hint={t('reason.hint')} />
            <Button kind="quiet">{t('mark')}</Button>
          </Form>
        </Section>
      )}
      <Marked path={path} request={request} leftOut={props.leftOut} />
      <Section title={t('review.title')} id="entries">
        <p>{t('review.lead', { count: props.count })}</p>
        <Form action={path} method="get" inline>
          <TextField
            name="words"
            value={words}
            required={false}
            label={t('find')}
            hint={t('find.hint')}
          />
          <Button kind="quiet">{t('find.button')}</Button>
        </Form>
        {props.items.length === 0 && <p>{t('find.none')}</p>}
        {props.items.map((item) => (
          <ReviewItem key={item.id} path={path} open={open} item={item} />
        ))}
        <p class="button-row">
          {page > 1 && (
            <LinkButton kind="quiet" href={place(page - 1)}>
              {t('newer')}
            </LinkButton>
          )}
          {props.more && (
            <LinkButton kind="quiet" href={place(page + 1)}>
              {t('older')}
            </LinkButton>
          )}
        </p>
      </Section>
      {open && !request.reviewedAt && (
        <Section title={t('look')} id="look">
          <Form action={`${path}/review`}>
            <Checkbox {...field(form, 'looked')} value="yes" label={t('looked')} />
            <Button>{t('confirm')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

/** Where the copy stands, and the one thing to do next. */
function Standing({ path, request }: ReviewProps) {
  const t = useWords(exportWords);
  const dates = useDates();
  return (
    <>
      <DefinitionList
        items={[
          { term: t('copy.asked-by'), value: request.askedBy },
          { term: t('copy.asked-on'), value: dates.day(request.askedOn) },
          { term: t('copy.scope'), value: t(`scope.${request.scope}`) },
        ]}
      />
      {request.reviewedAt && (
        <Notice kind={request.madeAt ? 'plain' : 'needs'}>
          <p>
            {request.madeAt
              ? t('made', { when: dates.moment(request.madeAt) })
              : t('reviewed', { when: dates.moment(request.reviewedAt) })}
          </p>
          {request.madeAt && <p>{t('made.changed')}</p>}
          <p>{t('make.note')}</p>
          <Form action={`${path}/make`}>
            <Button>{t(request.madeAt ? 'make.again' : 'make')}</Button>
          </Form>
        </Notice>
      )}
    </>
  );
}
