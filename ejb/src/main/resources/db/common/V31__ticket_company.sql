-- That two tickets have to do with each other: the first says it of the other.
create sequence ticket_relation_seq increment by 50;
create table ticket_relation (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  other_id bigint not null references ticket(id),
  kind varchar(20) not null,
  made_at timestamp(6) with time zone not null,
  unique (ticket_id, other_id)
);
create index ticket_relation_other on ticket_relation (other_id);

-- Who has a ticket's page open just now, by page; forgotten soon after it is closed.
create table ticket_presence (
  page varchar(36) primary key,
  ticket_id bigint not null,
  person_id bigint not null references person(id),
  seen_at timestamp(6) with time zone not null,
  writing boolean not null
);
create index ticket_presence_ticket on ticket_presence (ticket_id);

-- A ticket's last change that whoever made it can take back: what it was before, and what it was
-- changed to, since what somebody else changed meanwhile is not taken back with it.
create table ticket_change (
  ticket_id bigint primary key references ticket(id),
  person_id bigint not null references person(id),
  changed_at timestamp(6) with time zone not null,
  kind varchar(20) not null,
  assignee_before bigint references person(id),
  team_before bigint references team(id),
  priority_before varchar(2) not null,
  assignee_after bigint,
  team_after bigint,
  priority_after varchar(2) not null
);
