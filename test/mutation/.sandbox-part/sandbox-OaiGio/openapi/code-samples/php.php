<?php
$pair = getenv('KWIK_API_KEY') . ':' . getenv('KWIK_API_SECRET');
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => [
        'Authorization: Basic ' . base64_encode($pair),
        'Content-Type: application/json',
    ],
    'content' => json_encode(['customer_id' => 'cus_abc123']),
    'ignore_errors' => true, // A failure has a body as well.
]]);
$url = 'https://api.kwik.co.za/2.0/customer-portal/link';
$answer = json_decode(file_get_contents($url, false, $context));
if ($answer->status !== true) {
    throw new Exception("$answer->error_message ($answer->error_code)");
}
// Redirect the customer to $answer->result->link_url, and keep it out of logs.
echo "The link expires {$answer->result->expires_at}\n";
