-- How full the disk of the data is, once an hour: what is kept for ever needs a forecast.

create sequence disk_reading_seq increment by 1;
create table disk_reading (
  id bigint primary key,
  node varchar(100) not null,
  at timestamp(6) with time zone not null,
  used_bytes bigint not null,
  total_bytes bigint not null
);
create index disk_reading_at on disk_reading (node, at);
