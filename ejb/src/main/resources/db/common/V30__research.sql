-- What people looked at while they searched for a cause, and what they found there.
create sequence visit_seq increment by 1;
create table visit (
  id bigint primary key,
  ticket_id bigint not null references ticket(id),
  person_id bigint not null references person(id),
  question varchar(20) not null,
  answer varchar(20) not null,
  note varchar(1000),
  at timestamp(6) with time zone not null
);
create index visit_ticket on visit (ticket_id, id);

-- How a person wants the dash arranged; who never changed it has none.
create table dash_order (
  person_id bigint primary key references person(id),
  panels varchar(500) not null
);

-- How many were closed on which day.
create index ticket_closed on ticket (closed_at);
