import type { ComponentChildren } from 'preact';

/** A list for scanning; each row: title, state in words, who, when. */
export function RecordList({ label, children }: { label?: string; children?: ComponentChildren }) {
  return (
    <ul class="record-list" aria-label={label}>
      {children}
    </ul>
  );
}

export interface RecordRowProps {
  href?: string | undefined;
  title: string;
  /** The kind of record, when a list mixes them. */
  kind?: string | undefined;
  /** Documents that people sign carry a serif title. */
  record?: boolean | undefined;
  state?: ComponentChildren;
  who?: ComponentChildren;
  when?: ComponentChildren;
  /** A small picture at the end of the row: a round table, say. */
  figure?: ComponentChildren;
  /** One or two lines under the title. */
  children?: ComponentChildren;
}

export function RecordRow(props: RecordRowProps) {
  const title = props.href ? <a href={props.href}>{props.title}</a> : props.title;
  return (
    <li class="record-row">
      <div class="record-row-main">
        {props.kind && <p class="record-row-kind">{props.kind}</p>}
        <p class={props.record ? 'record-row-title title-record' : 'record-row-title'}>{title}</p>
        {props.children && <div class="record-row-text">{props.children}</div>}
        {(props.state || props.who || props.when) && (
          <div class="record-row-facts">
            {props.state && <span>{props.state}</span>}
            {props.who && <span>{props.who}</span>}
            {props.when && <span>{props.when}</span>}
          </div>
        )}
      </div>
      {props.figure && <div class="record-row-figure">{props.figure}</div>}
    </li>
  );
}
