-- The words by which tickets are found. Tickets are never deleted: it needs no foreign key.

create table ticket_term (
  term varchar(64) not null,
  ticket_id bigint not null,
  primary key (term, ticket_id)
);
create index ticket_term_ticket on ticket_term (ticket_id, term);

-- Tickets that are older than the index are added in the background, the newest first.
create table term_fill (
  id integer primary key,
  up_to bigint not null
);
insert into term_fill (id, up_to) select 1, coalesce(max(id), 0) from ticket;
