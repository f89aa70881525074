<?php
$url = 'ENDPOINT';
$pair = getenv('KWIK_API_KEY') . ':' . getenv('KWIK_API_SECRET');
$body = REQUEST;
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => [
        'Authorization: Basic ' . base64_encode($pair),
        'Content-Type: application/json',
    ],
    'content' => json_encode($body),
    'timeout' => 30,
    'ignore_errors' => true, // A failure has a body as well.
]]);
$response = file_get_contents($url, false, $context);
$answer = json_decode($response);
if ($answer === null) {
    fwrite(STDERR, "$http_response_header[0], and no JSON\n");
    exit(1);
}
if ($answer->status !== true) {
    // '007': correct the id that you stored.
    // Any other code: correct the request or the credentials.
    fwrite(STDERR, "$answer->error_message ($answer->error_code)\n");
    exit(1);
}
// Redirect the customer to $answer->result->link_url, and keep it out of logs.
echo "The link expires {$answer->result->expires_at}\n";
