-- Who is told next after how long, as people plan it; and how often a ticket was taken from somebody
-- who acknowledged it and did nothing.
create sequence escalation_policy_seq increment by 1;
create table escalation_policy (
  id bigint primary key,
  version integer not null,
  name varchar(60) not null,
  team_id bigint references team(id),
  priorities varchar(20) not null,
  hours varchar(40),
  steps varchar(1000) not null,
  rounds integer not null,
  again_after varchar(40),
  hand_back varchar(40)
);

alter table ticket add column handed_back integer default 0 not null;
