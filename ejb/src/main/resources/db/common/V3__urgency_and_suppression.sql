-- Since when a ticket has been this urgent, what it was asked for, and whether it only collects.

alter table ticket add column urgent_since timestamp(6) with time zone;
update ticket set urgent_since = opened_at;
alter table ticket alter column urgent_since set not null;

alter table ticket add column asked_priority varchar(2);
update ticket set asked_priority = priority;
alter table ticket alter column asked_priority set not null;

alter table ticket_imperfection add column left_at timestamp(6) with time zone;
