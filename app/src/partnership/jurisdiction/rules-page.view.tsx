import { Button, type Definition, DefinitionList, Form, Notice, Section } from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { authorities, type Rule, type Source } from './profile.ts';
import { profiles } from './profiles/index.ts';
import { rulesWords } from './rules.words.ts';
import {
  differingRules,
  isCovered,
  type RuleName,
  type RulesInForce,
  type RulesReview,
  valuesOf,
} from './rules-in-force.ts';

export interface RulesPageProps {
  base: string;
  rules: RulesInForce;
  reviews: readonly RulesReview[];
  /** The organizations with a lead here, in the order of the table. */
  organizations: readonly { id: string; name: string }[];
  nameOf: (seatId: string) => string;
  boards: readonly { id: string; name: string; seats: number }[];
  mayReview: boolean;
  reviewed: boolean;
}

/** The rules in force, each with its sentence, its source and the day it was looked up. */
export function RulesPage(props: RulesPageProps) {
  const { base, rules, boards } = props;
  const t = useWords(rulesWords);
  const dates = useDates();
  const { locale } = useLocale();
  const profile = profiles[rules.profile];
  const own = differingRules(valuesOf(profile), rules);
  const fact = (term: string, rule: Rule<unknown>, name?: RuleName): Definition => ({
    term,
    value: (
      <RuleText
        rule={rule}
        rules={rules}
        own={name !== undefined && own.includes(name) ? name : null}
      />
    ),
  });
  return (
    <>
      <Notice title={t('no-advice.title')}>{t('no-advice')}</Notice>
      {profile.edition > rules.edition && <Notice kind="warning">{t('edition.newer')}</Notice>}
      <Section
        title={profile.title[locale]}
        aside={t('version', { version: rules.version, date: dates.day(rules.inForceAt) })}
      >
        <p>{profile.about[locale]}</p>
        <Reviews {...props} />
      </Section>
      <Section title={t('covered.title')} id="covered">
        <p>{t('covered.lead')}</p>
        <DefinitionList
          items={authorities.map((authority) => {
            const covered = isCovered(rules, authority);
            const rule = profile.covered[authority];
            return {
              term: t(`authority.${authority}`),
              value: (
                <>
                  <p>
                    <strong>{t(covered ? 'covered.yes' : 'covered.no')}</strong>
                  </p>
                  {covered === rule.value || authority === 'board-itself' ? (
                    <>
                      <p>{rule.says[locale]}</p>
                      <SourceLine source={rule.source} own={rules.profile === 'generic'} />
                    </>
                  ) : (
                    <OwnRule rules={rules} name="covered" />
                  )}
                </>
              ),
            };
          })}
        />
      </Section>
      <Section title={t('meetings.title')}>
        <DefinitionList
          items={[
            fact(t('rule.notice'), profile.notice, 'notice'),
            fact(t('rule.comment'), profile.comment),
            fact(t('rule.votes'), profile.votes),
            fact(t('rule.minutes'), profile.minutes),
          ]}
        />
      </Section>
      <Section title={t('between.title')} id="between">
        <DefinitionList
          items={[
            fact(t('rule.quorum'), profile.quorum),
            fact(t('rule.serial'), profile.serial, 'serial'),
            fact(t('rule.oneWay'), profile.oneWay, 'oneWay'),
            ...boards.map(({ id, name, seats }) => ({
              term: name,
              value: rules.boardSizes[id]
                ? t('board.size', { members: rules.boardSizes[id] })
                : t('board.unsaid', { members: seats < 3 ? 5 : seats, seats }),
            })),
          ]}
        />
        <p>{t('between.counts')}</p>
      </Section>
      <Section title={t('records.title')} id="records">
        <DefinitionList
          items={profile.retention.map((one) => ({
            term: t(`records.${one.class}`),
            value: (
              <>
                <p>
                  <strong>
                    {one.years === 'permanent'
                      ? t('years.permanent')
                      : t('years', { years: one.years })}
                  </strong>
                </p>
                <p>{one.says[locale]}</p>
                <SourceLine source={one.source} own={rules.profile === 'generic'} />
              </>
            ),
          }))}
        />
      </Section>
      <Section title={t('bargaining.title')}>
        <RuleText rule={profile.bargaining} rules={rules} own={null} />
      </Section>
      {props.mayReview && (
        <p>
          <a href={`${base}/change`}>{t('change')}</a>
        </p>
      )}
    </>
  );
}

function RuleText({
  rule,
  rules,
  own,
}: {
  rule: Rule<unknown>;
  rules: RulesInForce;
  own: RuleName | null;
}) {
  const { locale } = useLocale();
  if (own) return <OwnRule rules={rules} name={own} />;
  return (
    <>
      <p>{rule.says[locale]}</p>
      <SourceLine source={rule.source} own={rules.profile === 'generic'} />
    </>
  );
}

/** Where the partners agreed on another value: the value, and why in their own words. */
function OwnRule({ rules, name }: { rules: RulesInForce; name: RuleName }) {
  const t = useWords(rulesWords);
  const said = {
    covered: t('own.covered'),
    notice: t('own.notice', {
      regular: rules.notice.regular,
      special: rules.notice.special,
      emergency: rules.notice.emergency,
      skips: rules.notice.skips,
    }),
    serial: t(`own.serial.${rules.serial}`),
    oneWay: t(rules.oneWay ? 'own.oneWay.yes' : 'own.oneWay.no'),
  };
  return (
    <>
      <p>
        {said[name]} {t('own')}
      </p>
      {rules.notes[name] && <p>{t('own.why', { note: rules.notes[name] })}</p>}
    </>
  );
}

function SourceLine({ source, own }: { source: Source | null; own: boolean }) {
  const t = useWords(rulesWords);
  const dates = useDates();
  // The careful default says once, at its head, that no statute stands behind it.
  if (!source) return own ? null : <p class="field-hint">{t('source.none')}</p>;
  return (
    <p class="field-hint">
      <a href={source.url} rel="noopener">
        {source.citation}
      </a>
      {`. ${t(`source.${source.read}`, { date: dates.day(source.checkedOn) })}`}
    </p>
  );
}

function Reviews(props: RulesPageProps) {
  const { base, rules, reviews, organizations, nameOf, mayReview, reviewed } = props;
  const t = useWords(rulesWords);
  const dates = useDates();
  const at = new Map(reviews.map((review) => [review.organizationId, review]));
  return (
    <>
      <h3>{t('reviews.title')}</h3>
      <DefinitionList
        items={organizations.map(({ id, name }) => {
          const review = at.get(id);
          return {
            term: name,
            value: review
              ? t('reviews.by', { who: nameOf(review.seatId), date: dates.day(review.reviewedAt) })
              : t('reviews.none'),
          };
        })}
      />
      {mayReview && !reviewed && (
        <Form action={`${base}/review`} hidden={{ version: String(rules.version) }}>
          <p>{t('review.text')}</p>
          <Button>{t('review')}</Button>
        </Form>
      )}
    </>
  );
}
