-- Looking at a page as another seat would, what a leaver is told, letters that no longer leave, and
-- the audit trail at a hundred thousand lines.

-- Look as somebody else would, in this transaction. The identity that the session gave is taken away:
-- no person, no seat, no lead. What stays are the audiences that both have, the one who looks and the
-- one they look as; so nobody ever reads more than with their own seat. The transaction can write nothing.
--   what   'visitor', 'seat' (a seat for `side` on no team), 'team' (a seat for `side` on the team
--          `on_team`) or 'colleague' (a seat of the own organization on no team)
-- Answers with the organization whose seat it could be, or null where nobody could look so.
create function enter_view_as(what text, side text, on_team uuid, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = public as $$
declare
  p uuid := me_partnership();
  own text[] := me_audiences();
  theirs text[] := array['public'];
  looked_as organization;
begin
  if me_seat() is null or what not in ('visitor', 'seat', 'team', 'colleague') then return null; end if;
  if what = 'team' and not 'team:' || on_team = any (own) then return null; end if;
  if what <> 'visitor' then
    select o.* into looked_as from organization o where o.partnership_id = p and case what
        when 'colleague' then o.id = me_organization()
        when 'seat' then o.constituency = side
        else o.constituency = side and exists (select from seat s join team_seat m
            on m.partnership_id = s.partnership_id and m.seat_id = s.id
          where s.partnership_id = p and s.organization_id = o.id and m.team_id = on_team
            and m.joined_on <= local_day(p, at) and (m.left_on is null or m.left_on > local_day(p, at)))
      end
      order by o.created_at, o.id limit 1;
    if looked_as.id is null then return null; end if;
    theirs := theirs || 'partnership'::text;
    if what = 'team' then theirs := theirs || ('team:' || on_team); end if;
    if what = 'colleague' then theirs := theirs || ('caucus:' || looked_as.id); end if;
  end if;
  perform set_identity(p, null, null, case when what = 'colleague' then looked_as.id end, false,
    array(select unnest(theirs) intersect select unnest(own) order by 1), null, null);
  perform set_config('transaction_read_only', 'on', true);
  return jsonb_build_object('organization_id', looked_as.id, 'organization', looked_as.name,
    'constituency', looked_as.constituency, 'team', (select r.title from record r
      where r.partnership_id = p and r.id = on_team and what = 'team'), 'audiences', to_jsonb(me_audiences()));
end $$;

-- The seat that an account last acted from here and does not any more: what a leaver is told about
-- themselves. With `wanted` only that seat. The account comes from enter_session in the same
-- transaction; nothing is told but its own terms.
create function seat_that_ended(account uuid, wanted_slug text, wanted uuid, at timestamptz)
  returns table (partnership text, seat text, organization text, sort text, ended_at timestamptz, ended_on date,
    reason text)
  language sql stable security definer set search_path = public as $$
  select p.name, s.title, o.name, t.sort, t.ended_at, coalesce(t.ends_on, s.closed_on), t.end_reason
  from partnership p
  join person on person.partnership_id = p.id and person.account_id = account
  join term t on t.partnership_id = p.id and t.person_id = person.id
  join seat s on s.partnership_id = p.id and s.id = t.seat_id
  join organization o on o.partnership_id = p.id and o.id = s.organization_id
  where p.slug = wanted_slug and (wanted is null or s.id = wanted)
    and t.starts_on <= (at at time zone p.time_zone)::date
    and not exists (select from term running where running.partnership_id = p.id and running.seat_id = s.id
      and running.person_id = person.id and s.closed_on is null
      and term_runs(running, (at at time zone p.time_zone)::date))
  order by coalesce(t.ended_at, (coalesce(t.ends_on, s.closed_on) + 1)::timestamp at time zone p.time_zone) desc nulls last
  limit 1 $$;

-- What somebody does begins and ends in their term. Until it is done the term cannot be ended under it;
-- and when it has ended in the meantime, the answer is no.
create function hold_seat(at timestamptz) returns boolean
  language plpgsql security definer set search_path = public as $$
begin
  perform from term t join seat s on s.partnership_id = t.partnership_id and s.id = t.seat_id
    where t.partnership_id = me_partnership() and t.person_id = me_person() and t.seat_id = me_seat()
      and s.closed_on is null and term_runs(t, local_day(t.partnership_id, at))
    for share of t;
  return found;
end $$;

-- Letters to somebody who has left do not leave any more: written before their last term here ended,
-- to an address of theirs, and not sent yet. An invitation that is open still goes to whoever it
-- invites, and one that was taken back does not.
alter table mail add column withdrawn_at timestamptz;
create function mail_withdraw(at timestamptz) returns void
  language sql security definer set search_path = public as $$
  update mail m set withdrawn_at = at, body = '', subject = '', problem = null
  where m.sent_at is null and m.withdrawn_at is null and m.partnership_id is not null
    and not exists (select from invitation n where n.partnership_id = m.partnership_id and n.email = m.to_address
      and n.accepted_at is null and n.withdrawn_at is null and n.expires_at > at)
    and exists (
      select from person
      join term t on t.partnership_id = person.partnership_id and t.person_id = person.id
      join seat s on s.partnership_id = t.partnership_id and s.id = t.seat_id
      where person.partnership_id = m.partnership_id
        and (lower(m.to_address) in (select lower(c.email) from person_contact c
              where c.partnership_id = person.partnership_id and c.person_id = person.id)
          or lower(m.to_address) = (select lower(u.email) from auth."user" u where u.id = person.account_id))
      group by person.id
      having not bool_or(s.closed_on is null and term_runs(t, local_day(m.partnership_id, at)))
        and max(coalesce(t.ended_at,
          (coalesce(t.ends_on, s.closed_on) + 1)::timestamp at time zone
            (select time_zone from partnership where id = m.partnership_id))) between m.created_at and at) $$;

-- As in 002, and it looks who has left before it hands anything over.
create or replace function mail_take(at timestamptz, most integer)
  returns table (id uuid, to_address text, subject text, body text, attempts integer)
  language sql security definer set search_path = public as $$
  select mail_withdraw(at);
  update mail m set attempts = m.attempts + 1,
    next_try_at = at + interval '1 minute' * power(2, least(m.attempts, 10))
  where m.id in (
    select w.id from mail w where w.sent_at is null and w.withdrawn_at is null and w.next_try_at <= at
    order by w.created_at limit most for update skip locked)
  returning m.id, m.to_address, m.subject, m.body, m.attempts $$;

-- Where no mail server takes letters they are read in the outbox: a term that is ended takes them out
-- there in the same moment.
create function letters_of_leaver() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.ended_at is not null and old.ended_at is null then perform mail_withdraw(new.ended_at); end if;
  return null;
end $$;
create trigger letters_of_leaver after update on term for each row execute function letters_of_leaver();

-- The audit trail is read newest first, by what was done, by seat and by record.
drop index audit_entry_partnership_id_at_idx;
create index audit_newest on audit_entry (partnership_id, at, visible_to, number);
create index audit_of_kind on audit_entry (partnership_id, (split_part(action, '.', 1)), at, visible_to, number);
create index audit_of_seat on audit_entry (partnership_id, seat_id, at, visible_to, number);

do $$
declare f regprocedure;
begin
  foreach f in array array['enter_view_as(text,text,uuid,timestamptz)',
    'seat_that_ended(uuid,text,uuid,timestamptz)', 'hold_seat(timestamptz)']::regprocedure[]
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
end $$;
revoke execute on function mail_withdraw(timestamptz), letters_of_leaver() from public;
