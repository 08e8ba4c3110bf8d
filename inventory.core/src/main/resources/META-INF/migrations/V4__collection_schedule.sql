-- An interval or a cron expression; empty: the provider is collected only when somebody asks. The next time is a row of scheduled_tasks.
ALTER TABLE provider ADD COLUMN collection_schedule VARCHAR(128) DEFAULT '' NOT NULL;
