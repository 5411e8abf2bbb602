-- How the dot looks: skins that were uploaded, and the one that is in use.
create table skin (
  name varchar(40) primary key,
  document text not null,
  author varchar(200) not null,
  uploaded_at timestamp(6) with time zone not null
);
create table skin_choice (
  id integer primary key,
  name varchar(40) not null,
  stamp varchar(36) not null
);
insert into skin_choice (id, name, stamp) values (1, 'night', 'shipped');
