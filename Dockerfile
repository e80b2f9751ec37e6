# Backend and worker: one image, two commands. The stage "build" has the JDK, Maven's cache and the sources; the image has a
# Java of the modules that are used, the jars, a cache of loaded classes, and of the system what these and bash link to.
FROM debian:trixie-slim AS build
ENV LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive
RUN apt-get update \
  && apt-get install --yes --no-install-recommends binutils ca-certificates curl openjdk-25-jdk-headless unzip \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /source
COPY . .
# The checks are the business of ./check.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
  ./mvnw --quiet -pl app-bootstrap -am package -DskipTests -Dspotless.check.skip -Dmdep.analyze.skip

RUN mkdir -p /opt/atelier/bin \
  && cp -a app-bootstrap/target/atelier/lib app-bootstrap/target/atelier/sbom.json deployment/jvm.options /opt/atelier/ \
  && cp -a bin/atelier deployment/healthy /opt/atelier/bin/ \
  && unzip -jq '/opt/atelier/lib/AmazonCorrettoCryptoProvider-*.jar' '*.so' -d /opt/atelier/native
# The modules that the jars use, whose classes are looked at without their jars: as modules, some miss others. And three that
# none names: more character sets, the figures of processes, jcmd.
RUN mkdir /classes \
  && for jar in /opt/atelier/lib/*.jar; do unzip -qqo "$jar" '*.class' -x '*module-info.class' 'META-INF/*' -d /classes || true; done \
  && jlink --add-modules "$(jdeps --print-module-deps --ignore-missing-deps /classes),jdk.charsets,jdk.management,jdk.jcmd" \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output /opt/atelier/java \
  && find /opt/atelier/java -name '*.debuginfo' -delete
# A start that finds its classes in a cache takes half the time. What is given here and left out later, or the other way
# round, makes the JVM ignore the cache, so both go through the same script and file.
RUN JAVA_OPTS='-XX:AOTCacheOutput=/opt/atelier/atelier.aot -Xlog:aot=error' /opt/atelier/bin/atelier rehearse \
  && echo '-XX:AOTCache=/opt/atelier/atelier.aot' >> /opt/atelier/jvm.options
RUN deployment/minimal-root /image /opt/atelier /usr/bin/bash /usr/bin/dirname /usr/bin/env /usr/bin/readlink

FROM scratch
ARG VERSION=development
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Atelier" \
  org.opencontainers.image.description="Backend and worker of Atelier, for creative teams" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.base.name="docker.io/library/debian:trixie-slim"
COPY --from=build /image /
COPY --from=build /opt/atelier /opt/atelier
ENV PATH=/opt/atelier/bin:/opt/atelier/java/bin:/usr/bin HOME=/tmp LANG=C.UTF-8
USER 10001:10001
EXPOSE 8000
ENTRYPOINT ["/opt/atelier/bin/atelier"]
CMD ["backend"]
