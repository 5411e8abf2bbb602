-- Where each ticket burns on the dot's ring: tier and name, empty when nowhere. Null until it was
-- worked out for tickets that are older than the ring.
alter table ticket add column cell varchar(300);
create index ticket_cell on ticket (cell, id);

-- What there is to burn: everything that was ever spoken of.
create sequence topology_sighting_seq increment by 50;
create table topology_sighting (
  id bigint primary key,
  tier varchar(20) not null,
  name varchar(255) not null,
  seen_at timestamp(6) with time zone not null,
  unique (tier, name)
);

-- How much was reported anew, minute by minute; several rows a minute are added up.
create sequence signal_count_seq increment by 50;
create table signal_count (
  id bigint primary key,
  begins_at timestamp(6) with time zone not null,
  severity varchar(20) not null,
  times bigint not null
);
create index signal_count_begin on signal_count (begins_at);
