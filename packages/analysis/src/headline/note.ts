/** What a reader must be told beside a headline number; pages put the codes into words. */
export type HeadlineNote =
  /** Schools were compared as they are: nothing shows that collaboration is the cause. */
  | 'observational-not-causal'
  /** What holds between schools need not hold between the people in them. */
  | 'ecological-schools-not-people'
  /** Which schools are high or low is relative to these schools. */
  | 'levels-relative-to-these-schools'
  /** An interval that includes no difference does not show that there is none. */
  | 'not-shown-is-not-absent'
  /** Last year's results are held equal, so the contrast is of what changed since. */
  | 'prior-year-held-equal'
  /** Districts are held equal: schools are compared within their own. */
  | 'within-districts';
