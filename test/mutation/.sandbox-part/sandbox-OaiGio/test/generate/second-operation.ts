// @ts-nocheck
// A second operation, as somebody would add it: files under openapi/ and one line in src/client/.
import type { DrillEdit } from "./drill-edits.js";

const components = "components";

export const SECOND_OPERATION: DrillEdit = {
  edit: "a second operation",
  add: {
    "paths/customer-portal_link_revoke.yaml": `post:
  operationId: deletePortalLink
  summary: Revoke a customer portal link
  description: Revoke a link before it expires.
  requestBody:
    required: true
    content:
      application/json:
        schema:
          $ref: ../components/schemas/RevocationRequest.yaml
        examples:
          revoke:
            $ref: ../components/examples/RevocationRequest.revoke.yaml
  responses:
    "200":
      $ref: ../components/responses/LinkRevoked.yaml
    default:
      $ref: ../components/responses/Failure.yaml
  x-echoes:
    $response.body#/result/id: $request.body#/id
  x-own-rules:
    $request.body#: additionalProperties
`,
    [`${components}/responses/LinkRevoked.yaml`]: `description: The link was revoked.
content:
  application/json:
    schema:
      $ref: ../schemas/RevocationResponse.yaml
    examples:
      revoke:
        $ref: ../examples/RevocationResponse.revoke.yaml
`,
    [`${components}/schemas/RevocationRequest.yaml`]: `type: object
description: Which link to revoke.
additionalProperties: false
required: [id]
properties:
  id:
    type: string
    description: The link's id.
    example: cpl_abc123
`,
    [`${components}/schemas/RevocationResponse.yaml`]: `type: object
description: The envelope of a success.
required: [status, result]
properties:
  status:
    type: boolean
    const: true
    description: Always true.
    example: true
  result:
    $ref: ./Revocation.yaml
`,
    [`${components}/schemas/Revocation.yaml`]: `type: object
description: A revoked link.
required: [id, revoked_at]
properties:
  id:
    type: string
    description: The link's id, as in the request.
    example: cpl_abc123
  revoked_at:
    type: string
    format: date-time
    description: When it was revoked.
    example: "2026-03-13T12:30:00Z"
`,
    [`${components}/examples/RevocationRequest.revoke.yaml`]: `summary: "Revoke: one link"
value:
  id: cpl_abc123
`,
    [`${components}/examples/RevocationResponse.revoke.yaml`]: `summary: "Revoke: the id is echoed"
value:
  status: true
  result:
    id: cpl_abc123
    revoked_at: "2026-03-13T12:30:00Z"
`,
  },
  changes: [
    [
      "openapi.yaml",
      "components:\n",
      "  /customer-portal/link/revoke:\n    $ref: ./paths/customer-portal_link_revoke.yaml\ncomponents:\n",
    ],
  ],
};
