-- Voices and goals.
create table listening_link (
  partnership_id uuid not null references partnership,
  id uuid not null,
  visible_to visibility not null default 'partnership',
  token text not null unique,
  title text not null check (length(title) between 1 and 160),
  prompt text not null default '',
  site_id uuid,
  -- Who answers what arrives by this link, and within how many days.
  answer_seat uuid not null,
  answer_days integer not null check (answer_days between 1 and 60),
  opens_on date not null,
  closes_on date not null,
  created_at timestamptz not null,
  created_by_seat uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, site_id) references site (partnership_id, id),
  foreign key (partnership_id, answer_seat) references seat (partnership_id, id),
  check (closes_on >= opens_on)
);
select protect('listening_link');
create policy leads_only on listening_link as restrictive for insert to {{app}}
  with check (me_is_lead() and created_by_seat = me_seat());
create policy leads_change on listening_link as restrictive for update to {{app}} using (me_is_lead());

create table voice (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  sort text not null check (sort in ('concern', 'idea', 'question', 'praise')),
  body text not null check (length(body) between 1 and 4000),
  locale text not null,
  -- The constituency the voice speaks from: of the seat, or chosen by a person without an account.
  constituency text,
  -- Shown only where the person chose to be named.
  named_person uuid,
  link_id uuid,
  receipt_hash bytea unique,
  answer_seat uuid not null,
  answer_by date not null,
  answer text,
  answered_at timestamptz,
  answered_by_seat uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, named_person) references person (partnership_id, id),
  foreign key (partnership_id, answer_seat) references seat (partnership_id, id),
  foreign key (partnership_id, link_id) references listening_link (partnership_id, id)
);
select protect('voice');
create index on voice (partnership_id, answer_by) where answered_at is null;

-- Who raised a voice: known to that person alone, so that they can follow it.
create table voice_author (
  partnership_id uuid not null,
  voice_id uuid not null,
  person_id uuid not null,
  visible_to visibility not null check (visible_to = 'person:' || person_id),
  primary key (partnership_id, voice_id),
  foreign key (partnership_id, voice_id) references record (partnership_id, id)
);
select protect('voice_author');

-- The answer comes from the seat that was asked, or from a lead of its organization; and a voice keeps
-- the words and the name that it came with.
create function voice_kept() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if (new.sort, new.body, new.locale, new.constituency, new.named_person, new.link_id, new.receipt_hash)
     is distinct from (old.sort, old.body, old.locale, old.constituency, old.named_person, old.link_id, old.receipt_hash) then
    raise exception 'a voice keeps its words' using errcode = '42501';
  end if;
  if me_seat() is not null and (new.answer, new.answered_at, new.answered_by_seat)
       is distinct from (old.answer, old.answered_at, old.answered_by_seat)
     and not (new.answered_by_seat = me_seat() and (old.answer_seat = me_seat()
       or me_is_lead() and seat_organization(old.partnership_id, old.answer_seat) = me_organization())) then
    raise exception 'only the seat that was asked answers' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger voice_kept before update on voice for each row execute function voice_kept();

-- The audit trail says that somebody raised a voice, and not who: only for a voice that carries no
-- name, and only once.
create function audit_unnamed_voice(voice_id uuid, entry_at timestamptz) returns void
  language plpgsql security definer set search_path = public as $$
declare audience text;
begin
  select r.visible_to into audience from record r
    join voice v on v.partnership_id = r.partnership_id and v.id = r.id
    where r.partnership_id = me_partnership() and r.id = audit_unnamed_voice.voice_id
      and r.created_by_seat is null and v.named_person is null
      and not exists (select from audit_entry a
        where a.partnership_id = r.partnership_id and a.record_id = r.id);
  if audience is null then
    raise exception 'not a new voice without a name' using errcode = '42501';
  end if;
  perform audit_write(null, null, 'voice.raised', entry_at, audience, voice_id, '{}');
end $$;
revoke execute on function audit_unnamed_voice(uuid, timestamptz) from public;
grant execute on function audit_unnamed_voice(uuid, timestamptz) to {{app}};

-- A person without an account adds a voice through an open link, and later reads that one voice back
-- with its receipt.
create policy guests_add on record for insert to {{app}} with check (
  (select me_link()) is not null and partnership_id = (select me_partnership())
  and kind = 'voice' and visible_to = 'partnership' and created_by_seat is null);
create policy guests_add on voice for insert to {{app}} with check (
  (select me_link()) is not null and partnership_id = (select me_partnership())
  and visible_to = 'partnership' and link_id = (select me_link()) and named_person is null and answered_at is null and receipt_hash is not null);
create policy guests_read_own on record for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_voice()));
create policy guests_read_own on voice for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_voice()));
create policy guests_read on listening_link for select to {{app}} using (
  partnership_id = (select me_partnership()) and id = (select me_link()));

-- What a guest is told about who answers: a seat and its organization, never a person's name.
create function answerer_shown() returns table (seat_title text, organization_name text, site_name text)
  language sql stable security definer set search_path = public as $$
  select s.title, o.name, site.name
  from (select v.partnership_id, coalesce(v.answered_by_seat, v.answer_seat) as seat_id, r.site_id
      from voice v join record r on r.partnership_id = v.partnership_id and r.id = v.id
      where v.partnership_id = me_partnership() and v.id = me_voice()
    union all
    select l.partnership_id, l.answer_seat, l.site_id from listening_link l
      where l.partnership_id = me_partnership() and l.id = me_link()) asked
  join seat s on s.partnership_id = asked.partnership_id and s.id = asked.seat_id
  join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
  left join site on site.partnership_id = asked.partnership_id and site.id = asked.site_id $$;
revoke execute on function answerer_shown() from public;
grant execute on function answerer_shown() to {{app}};

create table goal (
  partnership_id uuid not null,
  id uuid not null,
  visible_to visibility not null,
  how_much text not null default '',
  for_whom text not null default '',
  by_when date not null,
  why text not null default '',
  indicator_id uuid,
  keeper_seat uuid not null,
  adopted_at timestamptz,
  closed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, indicator_id) references indicator (partnership_id, id),
  foreign key (partnership_id, keeper_seat) references seat (partnership_id, id)
);
select protect('goal');

-- A goal is shared when leads of at least two constituencies have put their organization's name to it.
create table goal_endorsement (
  partnership_id uuid not null,
  goal_id uuid not null,
  organization_id uuid not null,
  visible_to visibility not null,
  seat_id uuid not null,
  endorsed_at timestamptz not null,
  primary key (partnership_id, goal_id, organization_id),
  foreign key (partnership_id, goal_id, visible_to) references record (partnership_id, id, visible_to) on update cascade,
  foreign key (partnership_id, organization_id) references organization (partnership_id, id),
  foreign key (partnership_id, seat_id) references seat (partnership_id, id)
);
select protect('goal_endorsement');
create policy own_organization on goal_endorsement as restrictive for insert to {{app}} with check (
  me_is_lead() and organization_id = me_organization() and seat_id = me_seat());
-- What was written here is never changed.
drop policy changes on goal_endorsement;
revoke update on goal_endorsement from {{app}};
