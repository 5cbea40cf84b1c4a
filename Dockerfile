# One image for every service; the command says which.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn --batch-mode --no-transfer-progress -Dquick package

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 dateline \
 && useradd --system --uid 10001 --gid dateline --home-dir /var/lib/dateline --create-home dateline
COPY --from=build /src/app/target/dist/lib /opt/dateline/lib
COPY --from=build /src/LICENSE /src/NOTICE /opt/dateline/
ENV DATELINE_HOME=/var/lib/dateline
USER dateline
WORKDIR /var/lib/dateline
VOLUME /var/lib/dateline
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-cp", "/opt/dateline/lib/*", "dev.dateline.app.Main"]
CMD ["--help"]
