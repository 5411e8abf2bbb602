-- Checks, each version of them; and what was measured and logged lately, for testing checks.

create sequence check_version_seq increment by 1;
create table check_version (
  id bigint primary key,
  name varchar(100) not null,
  number integer not null,
  document text not null,
  enabled boolean not null,
  shipped boolean not null,
  author varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  unique (name, number)
);

create sequence observed_block_seq increment by 1;
create table observed_block (
  id bigint primary key,
  source_id bigint not null references source(id),
  from_at timestamp(6) with time zone not null,
  to_at timestamp(6) with time zone not null,
  entries integer not null,
  size integer not null,
  body bytea not null
);
create index observed_block_source on observed_block (source_id, to_at);
create index observed_block_age on observed_block (to_at);
