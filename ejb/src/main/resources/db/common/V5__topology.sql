-- What there is, and what rests on what: from labels, and from imported inventories.

create sequence topology_edge_seq increment by 50;
create table topology_edge (
  id bigint primary key,
  origin varchar(100) not null,
  upper_kind varchar(20) not null,
  upper_name varchar(255) not null,
  relation varchar(20) not null,
  lower_kind varchar(20) not null,
  lower_name varchar(255) not null,
  seen_at timestamp(6) with time zone not null,
  unique (origin, upper_kind, upper_name, relation, lower_kind, lower_name)
);
create index topology_edge_lower on topology_edge (lower_name);
create index topology_edge_upper on topology_edge (upper_name);
