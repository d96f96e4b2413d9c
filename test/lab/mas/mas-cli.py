"""The stand-in's mas-cli: `mas-cli.py URL WORD...` has the stand-in at URL run the words, and ends as it says."""

import json
import sys
import time
import urllib.request

url, words = sys.argv[1], sys.argv[2:]
with urllib.request.urlopen(url, json.dumps(words).encode()) as answer:
    run = json.load(answer)
sys.stdout.write(run["stdout"])
sys.stdout.flush()
sys.stderr.write(run["stderr"])
while run.get("isEndless"):
    sys.stderr.write(run["stderr"])
    time.sleep(0.001)
sys.exit(run["exitCode"])
