-- The first whole slice: people, sources, imperfections, tickets, messages. Runs on H2 and PostgreSQL.

create table boot_lock (id integer primary key);
insert into boot_lock (id) values (1);

create table setting (
  name varchar(100) primary key,
  setting_value varchar(4000) not null
);

-- people and access

create sequence person_seq increment by 1;
create table person (
  id bigint primary key,
  version integer not null,
  login varchar(100) not null unique,
  name varchar(200) not null,
  email varchar(320),
  zone varchar(64) not null,
  password_hash varchar(300),
  active boolean not null,
  created_at timestamp(6) with time zone not null
);
create table person_role (
  person_id bigint not null references person(id),
  role varchar(20) not null,
  primary key (person_id, role)
);

create sequence team_seq increment by 1;
create table team (
  id bigint primary key,
  version integer not null,
  name varchar(100) not null unique,
  zone varchar(64) not null,
  fallback_id bigint references person(id),
  rotation_start timestamp(6) with time zone not null,
  rotation_days integer not null
);
create table team_member (
  team_id bigint not null references team(id),
  person_id bigint not null references person(id),
  turn integer not null,
  primary key (team_id, person_id)
);

create sequence source_seq increment by 1;
create table source (
  id bigint primary key,
  version integer not null,
  name varchar(100) not null unique,
  integration varchar(40) not null,
  url varchar(2000),
  enabled boolean not null,
  created_at timestamp(6) with time zone not null
);
-- What happens to a source many times a minute lives apart from what a person edits.
create table source_state (
  source_id bigint primary key references source(id),
  state varchar(20) not null,
  first_received_at timestamp(6) with time zone,
  last_received_at timestamp(6) with time zone,
  last_signal_at timestamp(6) with time zone,
  heartbeat_at timestamp(6) with time zone,
  heartbeat_expected boolean not null,
  failure varchar(2000),
  failing_since timestamp(6) with time zone,
  misses integer not null,
  firing integer not null,
  due_at timestamp(6) with time zone,
  lease_until timestamp(6) with time zone
);

create sequence access_token_seq increment by 1;
create table access_token (
  id bigint primary key,
  kind varchar(20) not null,
  name varchar(200) not null,
  hash varchar(64) not null unique,
  person_id bigint references person(id),
  source_id bigint references source(id),
  created_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone,
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone
);
create index access_token_person on access_token (person_id);

create sequence audit_entry_seq increment by 50;
create table audit_entry (
  id bigint primary key,
  at timestamp(6) with time zone not null,
  actor varchar(200) not null,
  origin varchar(200) not null,
  action varchar(60) not null,
  subject varchar(300) not null,
  detail varchar(4000)
);
create index audit_entry_at on audit_entry (at);

-- what sources say

create sequence raw_payload_seq increment by 50;
create table raw_payload (
  id bigint primary key,
  content_hash varchar(64) not null unique,
  source_id bigint not null references source(id),
  fingerprint varchar(64) not null,
  body bytea not null,
  first_seen_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  times bigint not null
);
create index raw_payload_fingerprint on raw_payload (fingerprint, last_seen_at);

create sequence rejected_delivery_seq increment by 1;
create table rejected_delivery (
  id bigint primary key,
  source_id bigint references source(id),
  integration varchar(40) not null,
  received_at timestamp(6) with time zone not null,
  reason varchar(2000) not null,
  size_bytes bigint not null,
  body bytea not null
);

create sequence imperfection_seq increment by 50;
create table imperfection (
  id bigint primary key,
  fingerprint varchar(64) not null unique,
  source_id bigint not null references source(id),
  name varchar(500) not null,
  labels text not null,
  annotations text not null,
  severity varchar(20) not null,
  state varchar(20) not null,
  starts_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  cleared_at timestamp(6) with time zone,
  expires_at timestamp(6) with time zone,
  muted_until timestamp(6) with time zone,
  told_end timestamp(6) with time zone,
  times bigint not null,
  generator_url varchar(4000)
);
create index imperfection_expiry on imperfection (state, expires_at);
create index imperfection_source on imperfection (source_id, state);

-- tickets

create sequence ticket_seq increment by 1;
create table ticket (
  id bigint primary key,
  version integer not null,
  title varchar(500) not null,
  priority varchar(2) not null,
  status varchar(20) not null,
  outcome varchar(30),
  team_id bigint references team(id),
  assignee_id bigint references person(id),
  source_name varchar(100) not null,
  group_key varchar(2000) not null,
  open_key varchar(64) unique,
  class_key varchar(300) not null,
  labels text not null,
  severity varchar(20) not null,
  runbook_url varchar(4000),
  links text not null,
  found_burning boolean not null,
  unconfirmed boolean not null,
  escalation_level integer not null,
  reopened integer not null,
  opened_at timestamp(6) with time zone not null,
  acknowledged_at timestamp(6) with time zone,
  cleared_at timestamp(6) with time zone,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  overdue_at timestamp(6) with time zone,
  cause varchar(4000),
  response varchar(4000),
  merged_into bigint references ticket(id)
);
create index ticket_opened on ticket (opened_at, id);
create index ticket_status_opened on ticket (status, id);
create index ticket_status_priority on ticket (status, priority, id);
create index ticket_priority on ticket (priority, id);
create index ticket_class on ticket (class_key, id);

create sequence ticket_imperfection_seq increment by 50;
create table ticket_imperfection (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  imperfection_id bigint not null references imperfection(id),
  joined_at timestamp(6) with time zone not null,
  cleared_at timestamp(6) with time zone,
  why varchar(500) not null,
  unique (ticket_id, imperfection_id)
);
create index ticket_imperfection_imperfection on ticket_imperfection (imperfection_id);

create sequence timeline_entry_seq increment by 50;
create table timeline_entry (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  at timestamp(6) with time zone not null,
  kind varchar(30) not null,
  actor varchar(200) not null,
  person_id bigint references person(id),
  origin varchar(200) not null,
  text varchar(4000) not null
);
create index timeline_entry_ticket on timeline_entry (ticket_id, id);

create table work_item (
  id varchar(64) primary key,
  ticket_id bigint not null references ticket(id),
  task_key varchar(100) not null,
  name varchar(200) not null,
  assignee_id bigint references person(id),
  team_id bigint references team(id),
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone
);
create index work_item_ticket on work_item (ticket_id);
create index work_item_assignee on work_item (assignee_id);
create index work_item_team on work_item (team_id);

create sequence lifecycle_message_seq increment by 50;
create table lifecycle_message (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  message varchar(40) not null,
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  attempts integer not null,
  last_error varchar(2000),
  delivered_at timestamp(6) with time zone,
  taken boolean
);
create index lifecycle_message_due on lifecycle_message (due_at, id);
create index lifecycle_message_ticket on lifecycle_message (ticket_id, id);


-- messages to people

create sequence notification_seq increment by 50;
create table notification (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  person_id bigint not null references person(id),
  channel varchar(20) not null,
  step varchar(60) not null,
  list_key varchar(200),
  state varchar(20) not null,
  reason varchar(500) not null,
  subject varchar(500) not null,
  body text not null,
  message_id varchar(300) not null,
  created_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  attempts integer not null,
  sending_since timestamp(6) with time zone,
  sent_at timestamp(6) with time zone,
  last_error varchar(2000),
  unique (ticket_id, person_id, channel, step)
);
create index notification_due on notification (state, due_at);
create index notification_outcome on notification (channel, sending_since);

-- the closing question

create sequence automation_review_seq increment by 1;
create table automation_review (
  id bigint primary key,
  ticket_id bigint not null unique references ticket(id),
  class_key varchar(300) not null,
  potential varchar(20) not null,
  means varchar(2000),
  missing_validation varchar(2000),
  hands_on_seconds bigint not null,
  origin varchar(20) not null,
  reviewer varchar(200) not null,
  reviewed_at timestamp(6) with time zone not null
);
create index automation_review_class on automation_review (class_key, reviewed_at);
