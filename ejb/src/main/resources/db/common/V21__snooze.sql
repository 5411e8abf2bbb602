-- Until when an owner has put a ticket aside.
alter table ticket add column snoozed_until timestamp(6) with time zone;
create index ticket_snoozed on ticket (snoozed_until);
