# registrar with an SSH client, for machines without Node; docs/installing.md says how it is used.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm pack --pack-destination /

FROM node:22-bookworm-slim
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends openssh-client \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /matrix-registrar-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/matrix-registrar-*.tgz \
  && rm -r /tmp/matrix-registrar-*.tgz /root/.npm
USER node
WORKDIR /work
ENTRYPOINT ["registrar"]
