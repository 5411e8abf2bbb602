-- Words are compared byte by byte, whatever the database's language: only so are all that begin
-- alike beside each other.
alter table ticket_term alter column term type varchar(64) collate "C";
