-- Wrong tries are also counted over all login names of one address.
CREATE INDEX sign_in_failures_by_address ON sign_in_failures (address, at);
