-- H2 walks an index in its own direction only.
create index ticket_newest on ticket (id desc);
create index ticket_status_newest on ticket (status, id desc);
