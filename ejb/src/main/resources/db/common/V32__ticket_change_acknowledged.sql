-- Whoever takes back that they handed a ticket over has it again as they had it.
alter table ticket_change add column acknowledged_before boolean not null default false;
