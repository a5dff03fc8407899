# The checker in an image that holds nothing else but a C library: no shell, no package manager.
#   docker build -t hld . && docker run --rm -v "$PWD:/work:ro" hld check
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN mvn -B -ntp -Pdist -DskipTests -Dspotless.check.skip=true package -pl server
RUN cd server/target/dist/hld/lib && mv hld-*-check.aot check.aot

FROM gcr.io/distroless/base-nossl-debian12:nonroot
COPY --from=build /build/server/target/dist/hld /opt/hld
# For the names of files, which Java takes for ASCII otherwise.
ENV LC_ALL=C.UTF-8
USER nonroot
WORKDIR /work
# The launcher is a shell script; without a shell, what it does stands here.
ENTRYPOINT ["/opt/hld/runtime/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx2g", "-Xmn48m", "-Xlog:disable", "-XX:AOTCache=/opt/hld/lib/check.aot", "-jar", "/opt/hld/lib/hld.jar"]
CMD ["check"]
