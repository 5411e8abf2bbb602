-- Open tickets are few among the closed ones that are kept for ever.
create index ticket_status on ticket (status, priority) where status <> 'CLOSED';
