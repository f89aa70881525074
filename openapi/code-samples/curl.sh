curl ENDPOINT \
  --user "$KWIK_API_KEY:$KWIK_API_SECRET" \
  --header "Content-Type: application/json" \
  --data 'REQUEST'
# A failure has "status": false and an "error_code", under any HTTP status.
# "007": correct the id that you stored.
# Any other code: correct the request or the credentials.
# A success has result.link_url: redirect the customer there, and keep it secret.
