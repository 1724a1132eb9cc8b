# The bot alone; Redis runs beside it (docker-compose.yml).
FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends git ca-certificates \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY bin bin
COPY src src
COPY templates templates
COPY config config
RUN mkdir data && chown node:node data
USER node
CMD ["bin/dibs", "run"]
