-- H2 has no partial indexes.
create index ticket_status on ticket (status, priority);
