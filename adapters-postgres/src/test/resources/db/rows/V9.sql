insert into public.passages (document_id, ordinal, owner_id, project_id, content, start_offset, end_offset, digest, language,
    words)
select id, 0, owner_id, project_id, content, 0, length(content), 'digest', 'simple', to_tsvector('simple', content)
from public.documents;

insert into public.passage_vectors (document_id, model, digest, owner_id, project_id, dimension, embedding)
select id, 'test/three', 'digest', owner_id, project_id, 3, '{1, 2, 3}' from public.documents;
