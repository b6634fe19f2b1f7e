-- Taking part without an account.

-- How much arrives, counted for all processes together: a keyed hash of what is counted, never an
-- address or a name, and gone when its stretch of time ends. Unlogged: it is in no write-ahead log
-- and no replica, and a crash forgets it.
create unlogged table throttle (
  hash bytea primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index on throttle (ends_at);
-- Nobody reads it; the one function below counts in it, before anybody has an identity.
alter table throttle enable row level security;

-- Counts one more. Null lets it go on; otherwise the moment from which it may be tried again, which
-- trying does not move.
create function throttle_admit(key bytea, most integer, stretch interval, at timestamptz) returns timestamptz
  language plpgsql security definer set search_path = public as $$
declare
  counted integer;
  ends timestamptz;
begin
  insert into throttle as t (hash, count, ends_at) values (key, 1, at + stretch)
    on conflict (hash) do update set
      count = case when t.ends_at <= at then 1 else least(t.count, most) + 1 end,
      ends_at = case when t.ends_at <= at then at + stretch else t.ends_at end
    returning t.count, t.ends_at into counted, ends;
  -- Afterwards and past what others hold, so that nobody waits for anybody.
  delete from throttle where hash in (
    select hash from throttle where ends_at <= at order by ends_at limit 20 for update skip locked);
  return case when counted > most then ends end;
end $$;
revoke execute on function throttle_admit(bytea, integer, interval, timestamptz) from public;
grant execute on function throttle_admit(bytea, integer, interval, timestamptz) to {{app}};
