import base64, json, os, urllib.error, urllib.request

pair = os.environ["KWIK_API_KEY"] + ":" + os.environ["KWIK_API_SECRET"]
request = urllib.request.Request(
    "https://api.kwik.co.za/2.0/customer-portal/link",
    data=json.dumps({"customer_id": "cus_abc123"}).encode(),
    headers={
        "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
        "Content-Type": "application/json",
    },
)
try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as failure:
    response = failure  # It has a body as well.
answer = json.load(response)
if answer["status"] is not True:
    raise SystemExit(f"{answer['error_message']} ({answer['error_code']})")
# Redirect the customer to answer["result"]["link_url"], and keep it out of logs.
print("The link expires", answer["result"]["expires_at"])
