-- Since when a ticket has been this urgent, what it was asked for, and whether it only collects.

alter table ticket add column urgent_since timestamp(6) with time zone;
update ticket set urgent_since = opened_at;
alter table ticket alter column urgent_since set not null;

alter table ticket add column asked_priority varchar(2);
update ticket set asked_priority = priority;
alter table ticket alter column asked_priority set not null;

alter table ticket_imperfection add column left_at timestamp(6) with time zone;

-- A ticket that only collects: of a window, which nobody works on, or of a storm.
alter table ticket add column collects varchar(20);

create sequence suppression_window_seq increment by 1;
create table suppression_window (
  id bigint primary key,
  uuid varchar(36) not null unique,
  kind varchar(20) not null,
  matchers text not null,
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  author varchar(200) not null,
  reason varchar(1000) not null,
  ticket_id bigint references ticket(id),
  changed_at timestamp(6) with time zone not null,
  gathered_at timestamp(6) with time zone,
  released_at timestamp(6) with time zone
);
create index suppression_window_end on suppression_window (ends_at, starts_at);

create sequence suppression_seq increment by 50;
create table suppression (
  id bigint primary key,
  imperfection_id bigint not null references imperfection(id),
  window_id bigint references suppression_window(id),
  inhibitor_id bigint references imperfection(id),
  reason varchar(500) not null,
  began_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index suppression_imperfection on suppression (imperfection_id, ended_at);
create index suppression_window_held on suppression (window_id, ended_at);
create index suppression_inhibitor on suppression (inhibitor_id, ended_at);
create index imperfection_name on imperfection (name, severity, state);

-- The source's own group is needed again when a suppression ends.
alter table imperfection add column given_group text;

-- Whether a member of a storm asks for a high priority: the dot counts those groups.
alter table ticket_imperfection add column high boolean;
update ticket_imperfection set high = false;
alter table ticket_imperfection alter column high set not null;
create index ticket_collects on ticket (collects, status);
create index ticket_class_opened on ticket (class_key, opened_at);

-- It comes and goes: counted as open until it has been quiet for long enough.
alter table ticket add column flapping boolean;
update ticket set flapping = false;
alter table ticket alter column flapping set not null;

-- What a source said last, as a hash: who says the same again costs no row. Null until it says
-- something once more.
alter table imperfection add column said_hash varchar(64);

-- Rejected input that came through after all.
alter table rejected_delivery add column replayed_at timestamp(6) with time zone;
create index rejected_delivery_source on rejected_delivery (source_id, id);
