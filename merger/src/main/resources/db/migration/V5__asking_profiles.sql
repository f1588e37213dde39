-- Whether a profile has links that a rule refuses and a person may allow, so that nobody else's snapshot is read for them.
ALTER TABLE profile ADD COLUMN asks boolean NOT NULL DEFAULT false;
