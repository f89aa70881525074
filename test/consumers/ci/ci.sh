npx kwik-portal-link mock --port 4010 &
trap "kill $!" EXIT
curl --silent --retry 50 --retry-connrefused --retry-delay 1 --output /dev/null http://127.0.0.1:4010/__mock/health
KWIK_BASE_URL=http://127.0.0.1:4010/2.0 npm test
