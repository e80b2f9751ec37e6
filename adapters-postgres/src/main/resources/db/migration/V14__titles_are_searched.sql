-- The title of a document belongs to what its passages are found by. What was indexed before is indexed once more, and found meanwhile.
update public.documents set ingestion = 'pending' where ingestion = 'ready';
