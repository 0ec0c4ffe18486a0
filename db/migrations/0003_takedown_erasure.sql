-- What an unconfirmed request named goes with it: the address may belong to somebody who never wrote to us.
GRANT DELETE ON takedown_target TO winnow_app;
