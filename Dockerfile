# The mock, for those without Node: docker build -t kwik-mock . && docker run -p 127.0.0.1:4010:4010 kwik-mock
FROM node:24-alpine@sha256:d32cdf619f63fe0471182d08996dd516c6275bb5fd31ae06e55a570bd9e1ad43 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY generated generated
COPY scripts/build.ts scripts/
COPY src src
RUN npm ci --ignore-scripts && npm run build

FROM node:24-alpine@sha256:d32cdf619f63fe0471182d08996dd516c6275bb5fd31ae06e55a570bd9e1ad43
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/dist/cli.cjs dist/
USER node
EXPOSE 4010
HEALTHCHECK --interval=5s CMD ["node", "-e", "fetch('http://127.0.0.1:4010/__mock/health').catch(() => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.cjs", "mock", "--host", "0.0.0.0"]
