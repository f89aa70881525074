// @ts-nocheck
const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const EXAMPLE = /^[A-Z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/;

// A file becomes the component of its name, the type of its name and the docs entry of its name.
export default function componentFileNames() {
  return {
    ref(node, { report }) {
      const file = node.$ref.match(
        /(?:^|\/)(schemas|responses|securitySchemes|examples)\/([^/]+?)(?:\.ya?ml)?$/,
      );
      const sibling = node.$ref.match(/^\.\/([^/]+?)\.ya?ml$/);
      const [kind, name] = file
        ? [file[1], file[2]]
        : sibling
          ? ["schemas", sibling[1]]
          : [];
      if (kind === "examples" && !EXAMPLE.test(name)) {
        report({
          message: `Example file \`${name}\` is named after its schema and scenario, as in \`PortalLinkRequest.noSubscription.yaml\`.`,
        });
      } else if (kind && kind !== "examples" && !PASCAL_CASE.test(name)) {
        report({
          message: `Component file \`${name}\` becomes a type of that name: write it in PascalCase, as in \`PortalLink.yaml\`.`,
        });
      }
    },
  };
}
