# In another terminal: npx kwik-portal-link mock
curl http://127.0.0.1:4010/2.0/customer-portal/link \
  --user any_key:any_secret \
  --header "Content-Type: application/json" \
  --data '{"customer_id": "cus_abc123"}'
