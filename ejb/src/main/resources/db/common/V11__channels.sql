-- How people are reached: their contacts and the order of these, what becomes of each message after it
-- left, the links that take a ticket, and the words of messages.

-- A message to try or to confirm a contact is about no ticket.
alter table notification alter column ticket_id drop not null;
alter table notification add column address varchar(1000);
alter table notification add column occasion varchar(60);
alter table notification add column instead_of bigint;
alter table notification add column receipt_key varchar(40);
alter table notification add column provider_id varchar(200);
alter table notification add column awaits_receipt boolean default false not null;
alter table notification add column receipt varchar(20);
alter table notification add column receipt_at timestamp(6) with time zone;
alter table notification add column receipt_due timestamp(6) with time zone;
alter table notification add column next_person_at timestamp(6) with time zone;
alter table notification add column no_longer_true boolean default false not null;
create index notification_receipt on notification (receipt_key);
create index notification_receipt_due on notification (receipt_due);
create index notification_next_person on notification (next_person_at);
create index notification_person on notification (person_id, created_at);

create sequence contact_seq increment by 1;
create table contact (
  id bigint primary key,
  person_id bigint not null references person(id),
  kind varchar(20) not null,
  address varchar(1000) not null,
  secret varchar(200),
  created_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  code_hash varchar(64),
  code_until timestamp(6) with time zone,
  code_tries integer not null,
  codes_sent integer not null,
  codes_since timestamp(6) with time zone
);
create index contact_person on contact (person_id);
create index contact_address on contact (kind, address);

-- By urgency, and where hours are given only within these: kinds told at once are joined by a plus,
-- those that follow when these fail by a comma.
create sequence contact_order_seq increment by 1;
create table contact_order (
  id bigint primary key,
  person_id bigint not null references person(id),
  urgency varchar(10) not null,
  hours_from varchar(5),
  hours_until varchar(5),
  kinds varchar(200) not null
);
create index contact_order_person on contact_order (person_id);

create sequence take_link_seq increment by 50;
create table take_link (
  id bigint primary key,
  hash varchar(64) not null unique,
  ticket_id bigint not null references ticket(id),
  person_id bigint not null references person(id),
  expires_at timestamp(6) with time zone not null,
  used_at timestamp(6) with time zone
);

create sequence message_template_seq increment by 1;
create table message_template (
  id bigint primary key,
  part varchar(20) not null,
  number integer not null,
  words text not null,
  remark varchar(500) not null,
  author varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  unique (part, number)
);
