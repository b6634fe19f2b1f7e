import type { ComponentChildren } from 'preact';
import { Menu, PageShell, PersonChip, PrintReference } from '../index.ts';
import { groups } from './samples.ts';

interface FrameProps {
  title: string;
  kind?: string;
  record?: boolean;
  lead?: ComponentChildren;
  visibility?: ComponentChildren;
  action?: ComponentChildren;
  notice?: ComponentChildren;
  side?: ComponentChildren;
  current: string;
  children?: ComponentChildren;
}

export function Frame({ current, ...props }: FrameProps) {
  return (
    <PageShell
      {...props}
      homeHref="/"
      place={<a href="/place">Lakeside School District</a>}
      seat={
        <Menu summary={<PersonChip name="Dana Whitfield" seat="Building rep" group={groups[1]} />}>
          <p>You act from this seat.</p>
        </Menu>
      }
      language={
        <a href="?language=es" lang="es">
          Español
        </a>
      }
      nav={galleryNav().map((item) => ({ ...item, current: item.label === current }))}
      footer={
        <>
          <p>Concord, run by Lakeside School District and its partners.</p>
          <PrintReference url="https://concord.lakeside.example/d/1" />
        </>
      }
    />
  );
}

export function galleryNav(many = false) {
  const few = ['The table', 'Voices', 'Goals', 'Teams', 'Decisions', 'Lessons'];
  const more = ['Meetings', 'Actions', 'Partners', 'Compact', 'Our own room'];
  return [...few, ...(many ? more : [])].map((label) => ({ href: `/${label}`, label }));
}
