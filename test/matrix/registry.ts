import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import packageJson from "../../package.json" with { type: "json" };
import { listen } from "../listen.js";

/** An npm registry that has the tarball, and leads to the real one for every other package. */
export function startRegistry({
  tarball,
  integrity,
}: {
  tarball: string;
  integrity: string;
}) {
  const { name, version } = packageJson;
  return listen(
    createServer((request, response) => {
      const { url = "", headers } = request;
      if (url === "/tarball")
        return void readFile(tarball).then((bytes) => response.end(bytes));
      if (url !== `/${name}`)
        return response
          .writeHead(302, { location: `https://registry.npmjs.org${url}` })
          .end();
      const dist = { tarball: `http://${headers.host}/tarball`, integrity };
      response.setHeader("content-type", "application/json").end(
        JSON.stringify({
          name,
          "dist-tags": { latest: version },
          versions: { [version]: { ...packageJson, dist } },
        }),
      );
    }),
  );
}
