-- Each audit row gets its place in a chain of hashes a moment after it was committed.
alter table audit_entry add column chain_position bigint;
alter table audit_entry add column hash varchar(64);
create unique index audit_entry_chain on audit_entry (chain_position);

create table audit_head (
  id bigint primary key,
  chain_position bigint not null,
  hash varchar(64) not null
);
insert into audit_head (id, chain_position, hash) values (1, 0, '');
