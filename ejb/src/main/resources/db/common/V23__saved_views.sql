-- Lists of tickets that people want to see again.

create sequence saved_view_seq increment by 1;
create table saved_view (
  id bigint primary key,
  person_id bigint not null references person (id),
  name varchar(60) not null,
  query varchar(2000) not null,
  saved_at timestamp(6) with time zone not null,
  unique (person_id, name)
);
