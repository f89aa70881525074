import base64, json, os, urllib.error, urllib.request

pair = os.environ["KWIK_API_KEY"] + ":" + os.environ["KWIK_API_SECRET"]
body = REQUEST
request = urllib.request.Request(
    "ENDPOINT",
    data=json.dumps(body).encode(),
    headers={
        "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
        "Content-Type": "application/json",
    },
)
try:
    response = urllib.request.urlopen(request, timeout=30)
except urllib.error.HTTPError as failure:
    response = failure  # It has a body as well.
try:
    answer = json.load(response)
except ValueError:
    raise SystemExit(f"HTTP {response.status}, and no JSON")
if answer["status"] is not True:
    # "007": correct the id that you stored.
    # Any other code: correct the request or the credentials.
    raise SystemExit(f"{answer['error_message']} ({answer['error_code']})")
# Redirect the customer to answer["result"]["link_url"], and keep it out of logs.
print("The link expires", answer["result"]["expires_at"])
