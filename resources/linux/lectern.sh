#!/bin/sh
# Lectern's command line, run by the program in the folder above: lectern COMMAND --help
# It needs no display, and none of Chromium's processes for pages, so no sandbox for them either. What stands behind --
# is none of Chromium's business.
here=$(dirname "$(readlink -f "$0")")
exec "$here/../lectern" --no-sandbox --ozone-platform=headless --disable-gpu --log-level=3 --cli -- "$@"
