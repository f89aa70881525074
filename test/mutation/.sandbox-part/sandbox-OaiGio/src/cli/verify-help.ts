// @ts-nocheck
export const VERIFY_HELP = `Usage: kwik-portal-link verify --base-url URL --customer ID [options]
       kwik-portal-link verify --har FILE [options]

Sends a provider the requests that the contract describes, and requests that
break one rule each, and gives a verdict on every rule. It creates a few real
links, for a customer of yours; one request at a time. It says how many first
and, anywhere but on this machine, asks.

Credentials come from the environment alone: KWIK_API_KEY, KWIK_API_SECRET.

Options:
  --base-url <url>        The provider: https, or http on this machine
  --customer <id>         A customer of this account's
  --subscription <id>     A subscription of that customer's; without one, what
                          needs it is not checked
  --har <file>            Judges the exchanges of a recording, and sends nothing
  --report <format=file>  Writes a report as well: junit, json or markdown;
                          may be repeated
  --strict                Counts warnings as failures
  --yes                   Does not ask, as in CI
  -h, --help              Prints this help

A warning is a rule of this contract's own that the vendor never documented.

Exit code: 0 the contract is kept, 1 it is broken, 2 it could not be checked.`;
