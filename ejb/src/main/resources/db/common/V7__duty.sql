-- Rotations with layers, overrides and absences. What was a team's rotation is its first one now:
-- one layer, with the same start, length and order, so that nobody's turn moves.

-- Rotations that are migrated keep their team's number; new ones are counted from here.
create sequence rotation_seq start with 1000001 increment by 1;
create table rotation (
  id bigint primary key,
  version integer not null,
  team_id bigint not null references team(id),
  name varchar(60) not null,
  place integer not null,
  zone varchar(64) not null,
  watched boolean not null,
  unique (team_id, name)
);

create sequence rotation_layer_seq start with 1000001 increment by 1;
create table rotation_layer (
  id bigint primary key,
  rotation_id bigint not null references rotation(id),
  place integer not null,
  kind varchar(10) not null,
  days integer not null,
  weekday varchar(10),
  starts_at timestamp(6) with time zone not null,
  hours_days varchar(20),
  hours_from varchar(5),
  hours_until varchar(5)
);
create index rotation_layer_rotation on rotation_layer (rotation_id);

create table rotation_layer_member (
  layer_id bigint not null references rotation_layer(id),
  turn integer not null,
  person_id bigint not null references person(id),
  primary key (layer_id, turn)
);

create sequence duty_override_seq increment by 1;
create table duty_override (
  id bigint primary key,
  rotation_id bigint not null references rotation(id),
  person_id bigint not null references person(id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  reason varchar(500),
  author varchar(200) not null,
  swap varchar(36)
);
create index duty_override_end on duty_override (ends_at);
create index duty_override_rotation on duty_override (rotation_id);

create sequence absence_seq increment by 1;
create table absence (
  id bigint primary key,
  person_id bigint not null references person(id),
  starts_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  reason varchar(500),
  author varchar(200) not null
);
create index absence_end on absence (ends_at);

-- Another word at every change, so that what is kept in memory is known to be old.
create table duty_state (
  id integer primary key,
  stamp varchar(36) not null
);
insert into duty_state (id, stamp) values (1, 'migrated');

create sequence shift_handover_seq increment by 1;
create table shift_handover (
  id bigint primary key,
  rotation_id bigint not null references rotation(id),
  ends_at timestamp(6) with time zone not null,
  note varchar(4000),
  noted_by varchar(200),
  taken_by varchar(200),
  taken_at timestamp(6) with time zone,
  reminders integer not null,
  unique (rotation_id, ends_at)
);

insert into rotation (id, version, team_id, name, place, zone, watched)
  select id, 0, id, 'first', 0, zone, true from team;
insert into rotation_layer (id, rotation_id, place, kind, days, starts_at)
  select id, id, 0, case rotation_days when 7 then 'WEEKLY' when 1 then 'DAILY' else 'DAYS' end,
    rotation_days, rotation_start from team;
insert into rotation_layer_member (layer_id, turn, person_id)
  select m.team_id, m.turn, m.person_id from team_member m;

alter table team drop column rotation_start;
alter table team drop column rotation_days;
