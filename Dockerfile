# Node runs the server's TypeScript as it is, so only the app in web/ is built. No stage needs a compiler: no dependency runs an
# install script, and better-sqlite3 brings its binaries.

FROM node:24-slim AS app
WORKDIR /ownit
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /ownit
COPY package.json package-lock.json .npmrc ./
# The optional one is a Node for machines with an older one; the image has its own.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data
WORKDIR /ownit
RUN mkdir --mode=0700 /data && chown node:node /data
COPY --from=dependencies /ownit/node_modules node_modules
COPY package.json ./
COPY shared shared
COPY sync-server sync-server
COPY scripts/backup.ts scripts/restore.ts scripts/remove-account.ts scripts/
COPY --from=app /ownit/web/dist web/dist
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep SIGTERM from the server. The memory that it needs and not what it could have: without
# these two it holds twice as much.
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "sync-server/main.ts"]
