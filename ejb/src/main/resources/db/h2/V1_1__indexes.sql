-- H2 walks an index in its own direction only.
create index ticket_newest on ticket (id desc);
create index ticket_status_newest on ticket (status, id desc);

-- What makes a CHECKPOINT wait for writes under way: see Durability.
create table settled (times bigint not null);
insert into settled values (0);
