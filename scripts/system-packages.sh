#!/usr/bin/env bash
# The only place that names packages of the system (Debian 12). Laksa itself runs without any of them: they are for the
# tests. Run again, it does nothing; with everything in place it needs no network.
set -euo pipefail

packages=(
  git              # fetches the tree, and fresh copies of it
  postgresql-15    # the oldest server that is promised; the tests make clusters of their own from its programs
  libnss3 libnspr4 libexpat1 # what the Chromium of @sparticuz/chromium links to, beyond libc and libgcc
  fontconfig-config fonts-dejavu-core # letters for its pages
  libimage-exiftool-perl # a second opinion on what a picture still says of its sender
  nginx-light caddy openssl # stand before the service, as the samples of deploy/ have them
  pgbouncer        # stands between it and the database
  systemd          # reads the units of deploy/
)

is_installed() {
  [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

missing=()
for package in "${packages[@]}"; do
  is_installed "$package" || missing+=("$package")
done

if [[ ${#missing[@]} -eq 0 ]]; then
  echo "system packages: all ${#packages[@]} are here"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "system packages: no apt-get here; install what corresponds to: ${missing[*]}" >&2
  exit 1
fi

as_root=()
if [[ "$(id -u)" -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "system packages: only root can install: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

# Installing PostgreSQL would make a cluster and start it on port 5432: nobody here wants it.
config=/etc/postgresql-common/createcluster.conf
if [[ ! -e $config ]]; then
  "${as_root[@]}" mkdir -p "$(dirname "$config")"
  echo 'create_main_cluster = false' | "${as_root[@]}" tee "$config" >/dev/null
fi

# What is installed is started by the tests alone.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
  "${as_root[@]}" chmod 0755 "$policy"
  trap '"${as_root[@]}" rm -f "$policy"' EXIT
fi

install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install
  --yes --no-install-recommends --option Dpkg::Options::=--force-confold "${missing[@]}")
echo "system packages: installing ${missing[*]}"
# The lists of packages of a fresh machine are empty or old: fetch them only when the first try fails.
if ! "${install[@]}" >/dev/null 2>&1; then
  "${as_root[@]}" apt-get update
  "${install[@]}"
fi
