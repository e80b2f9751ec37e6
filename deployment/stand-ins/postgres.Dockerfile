# PostgreSQL 17 with pgvector, and PgBouncer: what is Supabase's in production. Two containers are made of it.
FROM debian:trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-common \
  && sed -i 's/^#*create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf \
  && apt-get install -y --no-install-recommends pgbouncer postgresql-17 postgresql-17-pgvector \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir /data && chown postgres:postgres /data
# Supabase lets its role postgres, which is no superuser, create this extension.
RUN echo 'trusted = true' >> /usr/share/postgresql/17/extension/vector.control
COPY start-postgres /usr/local/bin/
ENV PATH=/usr/lib/postgresql/17/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin
USER postgres
# INT is the shutdown that does not wait for clients to leave.
STOPSIGNAL SIGINT
CMD ["start-postgres"]
