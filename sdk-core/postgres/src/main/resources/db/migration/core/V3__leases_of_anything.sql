alter table bot_lease rename to lease;
alter table lease rename column bot_id to subject;
update lease set subject = 'bot ' || subject;
