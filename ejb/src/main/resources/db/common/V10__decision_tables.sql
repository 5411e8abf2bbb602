-- Every version of the tables that an engineer saved. The one that is in force is pointed at.
create sequence decision_table_version_seq increment by 1;
create table decision_table_version (
  id bigint primary key,
  table_key varchar(40) not null,
  number integer not null,
  document text not null,
  remark varchar(500) not null,
  author varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  unique (table_key, number)
);
create table decision_table_active (
  table_key varchar(40) primary key,
  number integer not null,
  author varchar(200) not null,
  since timestamp(6) with time zone not null
);
