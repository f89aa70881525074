curl https://api.kwik.co.za/2.0/customer-portal/link \
  --user "$KWIK_API_KEY:$KWIK_API_SECRET" \
  --header "Content-Type: application/json" \
  --data '{"customer_id": "cus_abc123"}'
